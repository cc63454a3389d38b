package dev.flotsam.triage.examine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.memory.jetsam.JetsamEvent;
import dev.flotsam.memory.portrait.PortraitJson;
import dev.flotsam.memory.rates.ExitMetrics;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.ExceptionInfo;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.signature.Note;
import dev.flotsam.signature.Signature;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import dev.flotsam.triage.portrait.Portraits;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dry-run record, one JSON object a report. Its fields are a contract: {@code file, format, kind, app, os, device,
 * captured, exception, verdict, crashed_thread, frames, signature, explanation, missing_symbols, rejected}; what a
 * report has nothing to say about is null, or an empty list.
 */
public final class FindingJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FindingJson() {}

    /** The record of a finding on one line. */
    public static String line(String file, Examined examined) {
        return line(file, examined, Optional.empty());
    }

    /** The record of a finding on one line, with what other reports of the same end say. */
    public static String line(String file, Examined examined, Optional<JoinedEnd> joined) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, file, examined, joined);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can't fail", e);
        }
        return text.toString();
    }

    /** Writes the record of a finding. */
    public static void write(JsonGenerator json, String file, Examined examined) throws IOException {
        write(json, file, examined, Optional.empty());
    }

    /** Writes the record of a finding, with what other reports of the same end say. */
    public static void write(JsonGenerator json, String file, Examined examined, Optional<JoinedEnd> joined)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeStringField("place", examined.where());
        switch (examined.finding()) {
            case Finding.Stack stack -> stack(json, stack, joined);
            case Finding.Jetsam jetsam -> jetsam(json, jetsam, joined);
            case Finding.Session session ->
                session(json, joined.map(end -> told(session, end)).orElse(session));
            case Finding.Warning warning -> warning(json, warning);
            case Finding.Exits exits -> exits(json, exits);
            case Finding.Portrait portrait -> portrait(json, portrait);
            case Finding.Recognised recognised -> recognised(json, recognised);
            case Finding.Rejected rejected -> rejected(json, rejected);
            case Finding.Symbols symbols -> symbols(json, symbols);
        }
        if (joined.isPresent()) {
            VerdictJson.joined(json, joined.get());
        }
        json.writeEndObject();
    }

    private static void stack(JsonGenerator json, Finding.Stack found, Optional<JoinedEnd> joined) throws IOException {
        ParsedReport report = found.report();
        head(json, word(report.format()), word(report.kind()));
        app(json, report.app());
        machine(json, report.os(), report.device().model(), report.incident().captured());
        exception(json, report.exception());
        verdict(json, joined.map(JoinedEnd::verdict));
        Optional<ReportThread> crashed = report.crashedThread();
        if (crashed.isPresent()) {
            json.writeNumberField("crashed_thread", crashed.get().number());
        } else {
            json.writeNullField("crashed_thread");
        }
        frames(json, found.frames());
        signature(json, found.signed().signature(), found.signed().notes());
        missing(json, found.missing());
        json.writeNullField("rejected");
    }

    private static void jetsam(JsonGenerator json, Finding.Jetsam found, Optional<JoinedEnd> joined)
            throws IOException {
        JetsamEvent event = found.event();
        Optional<SignedKill> headline = headline(found);
        head(json, "jetsam", "jetsam");
        app(json, headline.map(kill -> killedApp(kill)).orElse(new App("", "", "", "")));
        machine(json, event.os(), event.device(), event.captured());
        json.writeNullField("exception");
        verdict(
                json,
                joined.map(JoinedEnd::verdict)
                        .or(() -> headline.map(kill -> kill.kill().verdict())));
        json.writeNullField("crashed_thread");
        frames(json, List.of());
        if (headline.isPresent()) {
            signature(json, headline.get().signature(), headline.get().notes());
        } else {
            nothingSigned(json);
        }
        missing(json, List.of());
        VerdictJson.kills(json, found);
        json.writeNullField("rejected");
    }

    private static Optional<SignedKill> headline(Finding.Jetsam found) {
        return found.event()
                .headline()
                .flatMap(head -> found.kills().stream()
                        .filter(kill -> kill.kill().process().equals(head.process()))
                        .findFirst());
    }

    private static App killedApp(SignedKill kill) {
        String name = kill.kill().process().name();
        return new App(name, name, "", "");
    }

    private static void verdict(JsonGenerator json, Optional<Verdict> verdict) throws IOException {
        if (verdict.isPresent()) {
            json.writeFieldName("verdict");
            VerdictJson.write(json, verdict.get());
        } else {
            json.writeNullField("verdict");
        }
    }

    /** A record as all reports of its run tell its end. */
    private static Finding.Session told(Finding.Session session, JoinedEnd end) {
        return new Finding.Session(
                session.record(),
                end.verdict(),
                end.signed().map(SignedEnd::signature),
                end.signed().map(SignedEnd::notes).orElse(List.of()),
                session.evidence(),
                session.limit());
    }

    private static void session(JsonGenerator json, Finding.Session found) throws IOException {
        SessionRecord record = found.record();
        head(json, "session", "session");
        app(
                json,
                new App(
                        record.build().appId(),
                        "",
                        record.build().version(),
                        record.build().build()));
        machine(
                json,
                new Os("", record.build().osVersion(), record.build().osBuild()),
                record.build().device(),
                record.run().lastSeen().or(record.run()::started));
        json.writeNullField("exception");
        json.writeFieldName("verdict");
        VerdictJson.write(json, found.verdict());
        json.writeNullField("crashed_thread");
        frames(json, List.of());
        if (found.signature().isPresent()) {
            signature(json, found.signature().get(), found.notes());
        } else {
            nothingSigned(json);
        }
        missing(json, List.of());
        json.writeStringField("client", word(record.shape()));
        json.writeNullField("rejected");
    }

    private static void warning(JsonGenerator json, Finding.Warning found) throws IOException {
        MemoryWarning warning = found.warning();
        head(json, "memory-warning", found.signature().isPresent() ? WarningSigner.KIND : "recognised");
        app(json, new App(warning.appId(), "", warning.appVersion(), ""));
        machine(json, new Os("", warning.osVersion(), ""), warning.device(), warning.crossed());
        json.writeNullField("exception");
        json.writeNullField("verdict");
        json.writeNullField("crashed_thread");
        frames(json, List.of());
        if (found.signature().isPresent()) {
            signature(json, found.signature().get(), found.notes());
        } else {
            nothingSigned(json);
        }
        missing(json, List.of());
        json.writeStringField("summary", Sentence.of(found));
        VerdictJson.warning(json, found);
        json.writeNullField("rejected");
    }

    private static void exits(JsonGenerator json, Finding.Exits found) throws IOException {
        ExitMetrics metrics = found.metrics();
        head(json, "exit-metrics", "recognised");
        app(json, new App(metrics.appId(), metrics.version(), metrics.build(), ""));
        machine(json, new Os("", metrics.osVersion(), ""), metrics.device(), metrics.end());
        nothingFound(json);
        json.writeStringField("summary", Sentence.of(found));
        VerdictJson.exits(json, metrics);
        json.writeNullField("rejected");
    }

    private static void portrait(JsonGenerator json, Finding.Portrait found) throws IOException {
        Map<String, String> told = found.report().facts();
        head(json, Portraits.FORMAT, "recognised");
        app(
                json,
                new App(
                        told.getOrDefault("app.id", ""),
                        told.getOrDefault("app.version", ""),
                        told.getOrDefault("app.build", ""),
                        ""));
        machine(
                json,
                new Os("", told.getOrDefault("os.version", ""), ""),
                told.getOrDefault("device", ""),
                Optional.empty());
        nothingFound(json);
        json.writeStringField("summary", Sentence.of(found));
        json.writeFieldName("portrait");
        json.writeRawValue(PortraitJson.of(found.report()));
        json.writeNullField("rejected");
    }

    private static void recognised(JsonGenerator json, Finding.Recognised found) throws IOException {
        head(json, found.format(), "recognised");
        app(json, found.app());
        machine(json, new Os("", "", ""), "", found.incident().captured());
        nothingFound(json);
        json.writeStringField("summary", found.summary());
        json.writeNullField("rejected");
    }

    private static void symbols(JsonGenerator json, Finding.Symbols found) throws IOException {
        head(json, word(found.kind()), "symbols");
        app(json, new App("", "", "", ""));
        machine(json, new Os("", "", ""), "", Optional.empty());
        nothingFound(json);
        json.writeStringField("summary", "debug symbols: upload them under symbols/, or index them");
        json.writeNullField("rejected");
    }

    private static void rejected(JsonGenerator json, Finding.Rejected found) throws IOException {
        json.writeNullField("format");
        json.writeNullField("kind");
        app(json, new App("", "", "", ""));
        machine(json, new Os("", "", ""), "", Optional.empty());
        nothingFound(json);
        json.writeObjectFieldStart("rejected");
        json.writeStringField("code", found.code());
        json.writeStringField("where", found.where());
        json.writeStringField("message", found.message());
        json.writeEndObject();
    }

    private static void nothingFound(JsonGenerator json) throws IOException {
        json.writeNullField("exception");
        json.writeNullField("verdict");
        json.writeNullField("crashed_thread");
        frames(json, List.of());
        nothingSigned(json);
        missing(json, List.of());
    }

    private static void head(JsonGenerator json, String format, String kind) throws IOException {
        json.writeStringField("format", format);
        json.writeStringField("kind", kind);
    }

    private static void app(JsonGenerator json, App app) throws IOException {
        json.writeObjectFieldStart("app");
        json.writeStringField("id", app.id());
        json.writeStringField("version", app.version());
        json.writeStringField("build", app.build());
        json.writeStringField("name", app.name());
        json.writeEndObject();
    }

    private static void machine(JsonGenerator json, Os os, String device, Optional<Instant> captured)
            throws IOException {
        json.writeStringField("os", shown(os));
        json.writeStringField("device", device);
        json.writeStringField("captured", captured.map(Instant::toString).orElse(null));
    }

    /** Such as "iOS 17.2.1 (21C66)". */
    static String shown(Os os) {
        String named = (os.name() + " " + os.version()).strip();
        return os.build().isEmpty() ? named : (named + " (" + os.build() + ")").strip();
    }

    private static void exception(JsonGenerator json, Optional<ExceptionInfo> exception) throws IOException {
        if (exception.isEmpty()) {
            json.writeNullField("exception");
            return;
        }
        ExceptionInfo it = exception.get();
        json.writeObjectFieldStart("exception");
        json.writeStringField("type", it.type());
        json.writeStringField("signal", it.signal());
        json.writeStringField("codes", it.codes());
        json.writeStringField("subtype", it.subtype());
        json.writeStringField(
                "address",
                it.address().map(address -> "0x" + Long.toHexString(address)).orElse(null));
        json.writeStringField("name", it.name());
        json.writeStringField("reason", it.reason());
        json.writeEndObject();
    }

    private static void frames(JsonGenerator json, List<NamedFrame> frames) throws IOException {
        json.writeArrayFieldStart("frames");
        for (NamedFrame frame : frames) {
            json.writeStartObject();
            json.writeStringField("image", frame.image());
            json.writeStringField("symbol", frame.symbol().isEmpty() ? null : frame.symbol());
            json.writeStringField("file", frame.file().isEmpty() ? null : frame.file());
            if (frame.line() > 0) {
                json.writeNumberField("line", frame.line());
            } else {
                json.writeNullField("line");
            }
            json.writeBooleanField("inlined", frame.inlined());
            json.writeBooleanField("in_app", frame.inApp());
            json.writeStringField("outcome", frame.outcome());
            json.writeStringField(
                    "address", "0x" + Long.toHexString(frame.reported().address()));
            json.writeNumberField("offset", frame.reported().offset());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void signature(JsonGenerator json, Signature signature, List<Note> notes) throws IOException {
        json.writeObjectFieldStart("signature");
        json.writeStringField("id", signature.id());
        json.writeStringField("ruleset", signature.ruleset());
        json.writeStringField("kind", signature.kind());
        json.writeStringField("title", signature.title());
        json.writeArrayFieldStart("frames");
        for (String frame : signature.frames()) {
            json.writeString(frame);
        }
        json.writeEndArray();
        json.writeBooleanField("unstable", signature.unstable());
        json.writeBooleanField("weak", signature.weak());
        json.writeEndObject();
        json.writeArrayFieldStart("explanation");
        for (Note note : notes) {
            json.writeStartObject();
            json.writeStringField("rule", note.rule());
            json.writeStringField("before", note.before());
            json.writeStringField("after", note.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void nothingSigned(JsonGenerator json) throws IOException {
        json.writeNullField("signature");
        json.writeArrayFieldStart("explanation");
        json.writeEndArray();
    }

    private static void missing(JsonGenerator json, List<MissingImage> missing) throws IOException {
        json.writeArrayFieldStart("missing_symbols");
        for (MissingImage image : missing) {
            json.writeStartObject();
            json.writeStringField("uuid", image.uuid());
            json.writeStringField("image", image.name());
            json.writeStringField("arch", image.architecture());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** An enum constant as JSON writes it: "APPLE_TEXT" is "apple-text". */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
