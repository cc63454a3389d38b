package dev.flotsam.triage.trail;

import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.memory.Reading;
import dev.flotsam.memory.incident.ReportFacts;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.jetsam.JetsamReader;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.session.Run;
import dev.flotsam.memory.session.SessionJudge;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.shape.SessionReader;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.examine.Evidence;
import dev.flotsam.triage.examine.VerdictSigner;
import dev.flotsam.triage.trail.Statement.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports of one installation of one made-up app, at seconds of one made-up day. */
final class History {
    static final Instant DAY = ReportBuilder.UPLOADED.minusSeconds(36_000);
    private static final String APP = "com.example.Driftwood";
    private static final String INSTALLATION = "installation 1";

    private History() {}

    /**
     * A report as it comes in.
     *
     * @param report as it is signed alone
     * @param statement what it says
     * @param keys whose it is
     */
    record Told(Occurrence report, Statement statement, Keys keys) {}

    /** A whole record of a run that ended in front, near its limit of 2,000 MiB or not. */
    static Told run(String run, int from, int until, int mebibytes) {
        return session(run, INSTALLATION, run, """
                {'flotsam':'session/1','run':'%s','app':{'id':'%s','version':'5.1','build':'512'},'scene':'Album',
                 'started':'%s','ended':'%s','flags':{'foreground':true,'active':true},
                 'memory':{'footprint':%d,'limit':%d}}""".formatted(
                        run, APP, DAY.plusSeconds(from), DAY.plusSeconds(until), (long) mebibytes << 20, 2_000L << 20));
    }

    /** The start record of a run, which found another build than the run before, or the same. */
    static Told start(String run, int from, boolean sameApp) {
        return start("start", run, from, sameApp);
    }

    /** The same, as one of several clients in the app records it. */
    static Told start(String client, String run, int from, boolean sameApp) {
        return session(
                run + " " + client, INSTALLATION, run, """
                {'flotsam':'session/1','record':'start','run':'%s','app':{'id':'%s','version':'5.1','build':'512'},
                 'started':'%s','client':'%s','since':{'same_app':%b,'same_os':true,'same_boot':true}}""".formatted(run, APP, DAY.plusSeconds(from), client, sameApp));
    }

    /** A crash report that names the installation. */
    static Told crash(String name, int at) {
        return crash(name, at, INSTALLATION, "");
    }

    /** A crash report that names its run alone. */
    static Told crashOfRun(String name, int at, String run) {
        return crash(name, at, "", run);
    }

    private static Told crash(String name, int at, String installation, String run) {
        Occurrence report = ReportBuilder.report(name)
                .ofApp(APP)
                .signed("Driftwood." + name)
                .uploadedAt(DAY.plusSeconds(at + 100L))
                .capturedAt(DAY.plusSeconds(at))
                .build();
        Witness witness = new Witness.Crash(report.id().value(), facts(at, run, Ending.CRASH));
        return new Told(
                report, new Statement(witness, report.outcome(), Optional.empty()), new Keys(APP, installation, run));
    }

    /** MetricKit's memory exception. */
    static Told memoryException(String name, int at) {
        Occurrence report = ReportBuilder.report(name)
                .ofApp(APP)
                .signed("Driftwood." + name)
                .uploadedAt(DAY.plusSeconds(at + 90_000L))
                .build();
        Witness witness = new Witness.MemoryException(report.id().value(), facts(at, "", Ending.FOOM_LIMIT));
        return new Told(
                report, new Statement(witness, report.outcome(), Optional.empty()), new Keys(APP, INSTALLATION, ""));
    }

    /** Allocation stacks, taken at a moment, that name their run or not; symbols of the app would improve them. */
    static Told allocations(String name, int at, String run) {
        MissingImage image = new MissingImage("C07462E4-3A22-3AEC-8352-4E5C3506557B", "arm64", "Driftwood");
        return picture(
                name,
                at,
                run,
                new Evidence(Evidence.ALLOCATION_STACK, List.of("Album.load"), 900, true, List.of(image)));
    }

    /** A memory portrait, taken at a moment. */
    static Told portrait(String name, int at) {
        return picture(name, at, "", new Evidence(Evidence.DOMINATOR_PATH, List.of("Cache", "Image"), 800));
    }

    private static Told picture(String name, int at, String run, Evidence evidence) {
        Outcome own = new Outcome.Recognised("picture", name);
        Occurrence report = ReportBuilder.report(name)
                .ofApp(APP)
                .uploadedAt(DAY.plusSeconds(at + 20L))
                .build()
                .with(own);
        Build build = new Build(APP, "5.1", "512", "", "", "", "", Build.Host.APP);
        Witness witness = new Witness.Picture(
                report.id().value(),
                new Run(run, INSTALLATION, Optional.empty(), Optional.of(DAY.plusSeconds(at))),
                build);
        return new Told(report, new Statement(witness, own, Optional.of(evidence)), new Keys(APP, INSTALLATION, run));
    }

    private static ReportFacts facts(int at, String run, Ending ending) {
        return new ReportFacts(
                Optional.of(DAY.plusSeconds(at)),
                Optional.empty(),
                APP,
                "Driftwood",
                "5.1",
                "512",
                run,
                ending,
                "EXC_BAD_ACCESS SIGSEGV");
    }

    /** A JetsamEvent that lists the app as killed in front at its own limit. */
    static Told jetsam(String name, int at) {
        Instant when = DAY.plusSeconds(at);
        String text = """
                {'bug_type':'298'}
                {'date':'%s %s.00 +0000','build':'iPhone OS 17.4 (21E219)','product':'iPhone15,2',
                 'memoryStatus':{'pageSize':16384},
                 'processes':[{'name':'Driftwood','pid':7,'states':['frontmost'],'rpages':128000,
                 'reason':'per-process-limit'}]}""".formatted(
                when.toString().substring(0, 10), when.toString().substring(11, 19)).replace('\'', '"');
        JetsamEvent event = read(JetsamReader.read(text.getBytes(StandardCharsets.UTF_8)));
        Occurrence report = ReportBuilder.report(name)
                .ofApp("Driftwood")
                .signed("foom-limit | Driftwood")
                .uploadedAt(when.plusSeconds(50))
                .build();
        Witness witness = new Witness.Jetsam(report.id().value(), event);
        return new Told(
                report, new Statement(witness, report.outcome(), Optional.empty()), new Keys("", INSTALLATION, ""));
    }

    private static Told session(String name, String installation, String run, String json) {
        SessionRecord record = read(SessionReader.read(new JsonReader(JsonLimits.REPORT)
                .read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .root()));
        Verdict alone = new SessionJudge(KnownLimits.NONE).judge(record, Optional.empty());
        Outcome own = SessionOutcome.of(APP, alone, VerdictSigner.sign(record, alone, List.<Evidence>of()));
        Instant last = record.run().lastSeen().or(record.run()::started).orElseThrow();
        Occurrence report = ReportBuilder.report(name)
                .ofApp(APP)
                .uploadedAt(last.plusSeconds(30))
                .build()
                .with(own);
        return new Told(
                report,
                new Statement(new Witness.Session(report.id().value(), record), own, Optional.empty()),
                new Keys(APP, installation, run));
    }

    private static <T> T read(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T> read -> read.value();
            case Reading.Refused<T> refused ->
                throw new AssertionError(refused.rejection().toString());
        };
    }
}
