package dev.flotsam.triage.ingest;

import dev.flotsam.memory.allocation.AllocationStacks;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.rates.ExitMetrics;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.Run;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.Incident;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrence.Source;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.examine.NamedAllocations;
import dev.flotsam.triage.examine.Sentence;
import dev.flotsam.triage.examine.SignedKill;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import dev.flotsam.triage.health.RunOf;
import dev.flotsam.triage.portrait.Portraits;
import dev.flotsam.triage.trail.SessionOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Findings as records to claim.
 *
 * @param entityTag of the upload: names what could not be read
 * @param size of the upload, bytes
 * @param retention how long reports are kept
 */
record Reports(String entityTag, long size, Duration retention) {
    private static final int INSTALLATION_DIGITS = 16;
    private static final int CONTENT_DIGITS = 32;

    /** The records of a finding: one, but for a JetsamEvent, which makes one per killed app. */
    List<Occurrence> of(Source upload, Examined examined) {
        Source source = new Source(upload.key(), upload.version(), examined.where(), upload.uploaded());
        return switch (examined.finding()) {
            case Finding.Stack stack -> List.of(stack(source, examined, stack));
            case Finding.Jetsam jetsam -> jetsam(source, examined, jetsam);
            case Finding.Session session -> List.of(session(source, examined, session));
            case Finding.Warning warning -> List.of(warning(source, examined, warning));
            case Finding.Exits exits -> List.of(exits(source, examined, exits));
            case Finding.Portrait portrait ->
                List.of(ofRun(
                        source,
                        examined,
                        portrait.report().run(),
                        portrait.report().build(),
                        Optional.empty(),
                        new Outcome.Recognised(Portraits.FORMAT, Sentence.of(portrait))));
            case Finding.Allocations(AllocationStacks stacks, NamedAllocations named) ->
                List.of(ofRun(
                        source,
                        examined,
                        stacks.run(),
                        stacks.build(),
                        Optional.empty(),
                        new Outcome.Recognised(AllocationStacks.FORMAT, Sentence.of(named))));
            case Finding.Recognised recognised ->
                List.of(record(
                        id(recognised.incident(), recognised.app(), examined),
                        source,
                        examined,
                        recognised.app().idOrName(),
                        facts(recognised.incident(), recognised.app(), new Os("", "", ""), ""),
                        new Outcome.Recognised(recognised.format(), recognised.summary())));
            case Finding.Rejected(String code, String where, String message) ->
                List.of(record(
                        ReportId.ofUpload(entityTag, size, source.place()),
                        source,
                        examined,
                        "",
                        new Facts("", "", "", "", Optional.empty()),
                        new Outcome.Rejected(code, where, message)));
            case Finding.Symbols ignored -> List.of();
        };
    }

    private Occurrence stack(Source source, Examined examined, Finding.Stack stack) {
        ParsedReport report = stack.report();
        return record(
                id(report.incident(), report.app(), examined),
                source,
                examined,
                report.app().idOrName(),
                facts(
                        report.incident(),
                        report.app(),
                        report.os(),
                        report.device().model()),
                Outcome.Triaged.of(report.app().idOrName(), stack.signed().signature(), stack.missing()));
    }

    private List<Occurrence> jetsam(Source source, Examined examined, Finding.Jetsam jetsam) {
        JetsamEvent event = jetsam.event();
        Incident incident = new Incident(
                event.incident(), event.captured(), Optional.empty(), event.zoneOffset(), event.installation());
        App noApp = new App("", "", "", "");
        ReportId whole = id(incident, noApp, examined);
        if (jetsam.kills().isEmpty()) {
            String summary = "JetsamEvent that killed no app: " + event.kills().size() + " system processes";
            return List.of(record(
                    whole,
                    source,
                    examined,
                    "",
                    facts(incident, noApp, event.os(), event.device()),
                    new Outcome.Recognised("jetsam", summary)));
        }
        return jetsam.kills().stream()
                .map(kill -> kill(whole, source, examined, incident, event, kill))
                .toList();
    }

    private Occurrence session(Source source, Examined examined, Finding.Session session) {
        SessionRecord record = session.record();
        return ofRun(
                source,
                examined,
                record.run(),
                record.build(),
                RunOf.session(session),
                SessionOutcome.of(record.build().appId(), session.verdict(), session.signed()));
    }

    private Occurrence ofRun(
            Source source,
            Examined examined,
            Run run,
            Build build,
            Optional<dev.flotsam.triage.health.Run> health,
            Outcome outcome) {
        App app = new App(build.appId(), "", build.version(), build.build());
        Incident incident =
                new Incident("", run.lastSeen().or(run::started), run.started(), Optional.empty(), run.installation());
        return record(
                ReportId.ofContent(HexFormat.of().parseHex(examined.content())),
                source,
                examined,
                build.appId(),
                facts(incident, app, system(build.osVersion(), build.device()), build.device())
                        .with(health),
                outcome);
    }

    /**
     * A record's system as reports spell it. Records name no system: the model tells; without one it is iOS, which these
     * records were invented for.
     */
    private static Os system(String version, String model) {
        String name = model.startsWith("AppleTV")
                ? "tvOS"
                : model.startsWith("Watch") ? "watchOS" : model.startsWith("Mac") ? "macOS" : "iOS";
        return new Os(version.isEmpty() || !Character.isDigit(version.charAt(0)) ? "" : name, version, "");
    }

    private Occurrence warning(Source source, Examined examined, Finding.Warning found) {
        MemoryWarning warning = found.warning();
        App app = new App(warning.appId(), "", warning.appVersion(), "");
        Incident incident =
                new Incident("", warning.crossed(), Optional.empty(), Optional.empty(), warning.installation());
        return record(
                ReportId.ofContent(HexFormat.of().parseHex(examined.content())),
                source,
                examined,
                warning.appId(),
                facts(incident, app, system(warning.osVersion(), warning.device()), warning.device())
                        .with(RunOf.warning(found)),
                found.signed()
                        .map(SignedEnd::signature)
                        .<Outcome>map(signature -> Outcome.Triaged.of(warning.appId(), signature, List.of()))
                        .orElseGet(() -> new Outcome.Recognised("memory-warning", Sentence.of(found))));
    }

    private Occurrence exits(Source source, Examined examined, Finding.Exits found) {
        ExitMetrics metrics = found.metrics();
        App app = new App(metrics.appId(), "", metrics.version(), metrics.build());
        Incident incident = new Incident("", metrics.end(), Optional.empty(), Optional.empty(), "");
        return record(
                ReportId.ofContent(HexFormat.of().parseHex(examined.content())),
                source,
                examined,
                metrics.appId(),
                facts(incident, app, system(metrics.osVersion(), metrics.device()), metrics.device())
                        .with(Optional.of(RunOf.exits(found))),
                new Outcome.Recognised("exit-metrics", Sentence.of(found)));
    }

    private Occurrence kill(
            ReportId whole, Source source, Examined examined, Incident incident, JetsamEvent event, SignedKill kill) {
        String process = kill.kill().process().name();
        App app = new App(process, process, "", "");
        return record(
                whole.part(process + " " + kill.kill().process().pid()),
                source,
                examined,
                process,
                facts(incident, app, event.os(), event.device()),
                Outcome.Triaged.of(process, kill.signature(), List.of()));
    }

    private Occurrence record(ReportId id, Source source, Examined examined, String app, Facts facts, Outcome outcome) {
        LocalDate day = Occurrence.countingDay(facts.captured(), source.uploaded());
        Instant expires = source.uploaded().plus(retention);
        String content = examined.content().substring(0, CONTENT_DIGITS);
        return new Occurrence(id, content, source, app, facts, outcome, day, 1, Cause.INGEST, expires);
    }

    private static ReportId id(Incident incident, App app, Examined examined) {
        if (incident.id().isEmpty() || incident.captured().isEmpty()) {
            return ReportId.ofContent(HexFormat.of().parseHex(examined.content()));
        }
        ReportId id = ReportId.ofIncident(
                app.idOrName(), incident.id(), incident.captured().get());
        return examined.part().isEmpty() ? id : id.part(examined.part());
    }

    private static Facts facts(Incident incident, App app, Os os, String device) {
        String version = app.build().isEmpty() || app.build().equals(app.version())
                ? app.version()
                : (app.version() + " (" + app.build() + ")").strip();
        return new Facts(
                version,
                (os.name() + " " + os.version()).strip(),
                device,
                installation(app.idOrName(), incident.installation()),
                incident.captured());
    }

    /** Tells installations apart without keeping their key. */
    private static String installation(String app, String key) {
        if (key.isEmpty()) {
            return "";
        }
        byte[] hashed = Digest.sha256((app + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return Digest.hex(hashed).substring(0, INSTALLATION_DIGITS);
    }
}
