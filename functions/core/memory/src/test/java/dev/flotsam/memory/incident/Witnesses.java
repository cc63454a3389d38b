package dev.flotsam.memory.incident;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.jetsam.JetsamReader;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.Run;
import dev.flotsam.memory.session.shape.SessionReader;
import dev.flotsam.memory.session.shape.ShapeLimits;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.memory.warning.MemoryWarningReader;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Witnesses of one installation of one made-up app, at seconds of one made-up day. */
final class Witnesses {
    private static final String UUID = "C07462E4-3A22-3AEC-8352-4E5C3506557B";
    static final Instant DAY = Instant.parse("2024-04-08T00:00:00Z");

    private Witnesses() {}

    static Witness session(String id, String json) {
        return new Witness.Session(id, read(SessionReader.read(parse(json))));
    }

    /** A run that ended in front with a footprint, in MiB of a limit of 2,000 MiB. */
    static Witness run(String id, String run, int from, int until, int mebibytes) {
        return session(id, """
                {'flotsam':'session/1','run':'%s','app':{'id':'com.example.Driftwood','version':'5.1','build':'512','uuid':'%s'},
                 'started':'%s','ended':'%s','flags':{'foreground':true,'active':true},
                 'memory':{'footprint':%d,'limit':%d}}""".formatted(
                run, UUID, DAY.plusSeconds(from), DAY.plusSeconds(until), (long) mebibytes << 20, 2_000L << 20));
    }

    static Witness sentry(String id, int from, boolean active) {
        return session(id, """
                {'release_name':'com.example.Driftwood@5.1+512','os_version':'17.4','is_debugging':false,'is_active':%b,
                 'was_terminated':false,'is_anr_ongoing':false,'flotsam':{'started':'%s'}}""".formatted(active, DAY.plusSeconds(from)));
    }

    static Witness crash(String id, int at) {
        return new Witness.Crash(id, facts(at, Optional.empty(), Ending.CRASH));
    }

    static Witness crashLaunched(String id, int at, int launched) {
        return new Witness.Crash(id, facts(at, Optional.of(DAY.plusSeconds(launched)), Ending.CRASH));
    }

    static Witness memoryException(String id, int at) {
        return new Witness.MemoryException(id, facts(at, Optional.empty(), Ending.FOOM_LIMIT));
    }

    private static ReportFacts facts(int at, Optional<Instant> launched, Ending ending) {
        return new ReportFacts(
                Optional.of(DAY.plusSeconds(at)),
                launched,
                "com.example.Driftwood",
                "Driftwood",
                "5.1",
                "512",
                "",
                ending,
                "EXC_BAD_ACCESS SIGSEGV");
    }

    static Witness jetsam(String id, int at, String name, String states, String reason) {
        String uuid = name.equals("Driftwood") ? UUID : "00000000-0000-0000-0000-000000000001";
        String text = """
                {'bug_type':'298'}
                {'date':'2024-04-08 %02d:%02d:%02d.00 +0000','build':'iPhone OS 17.4 (21E219)','product':'iPhone15,2',
                 'memoryStatus':{'pageSize':16384},
                 'processes':[{'name':'%s','uuid':'%s','pid':7,'states':['%s'],'rpages':128000,'reason':'%s'}]}""".formatted(at / 3600, at / 60 % 60, at % 60, name, uuid, states, reason)
                .replace('\'', '"');
        JetsamEvent event = read(JetsamReader.read(text.getBytes(StandardCharsets.UTF_8)));
        return new Witness.Jetsam(id, event);
    }

    static Witness warning(String id, int at, int megabytes) {
        MemoryWarning warning =
                read(MemoryWarningReader.read(parse("{'singleMemory':'%d.0','threshold':'1000.0','LaunchTime':'%d.25'}"
                        .formatted(megabytes, DAY.plusSeconds(at).getEpochSecond()))));
        return new Witness.Warning(id, warning);
    }

    /** Allocation stacks or a portrait, taken at a moment; of a run or of nobody knows which. */
    static Witness picture(String id, int at, String run) {
        Build build = new Build("com.example.Driftwood", "5.1", "512", "", "", "", "", Build.Host.APP);
        return new Witness.Picture(id, new Run(run, "", Optional.empty(), Optional.of(DAY.plusSeconds(at))), build);
    }

    private static JsonValue parse(String json) {
        return new JsonReader(ShapeLimits.JSON)
                .read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .root();
    }

    private static <T> T read(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T> read -> read.value();
            case Reading.Refused<T> refused ->
                throw new AssertionError(refused.rejection().toString());
        };
    }
}
