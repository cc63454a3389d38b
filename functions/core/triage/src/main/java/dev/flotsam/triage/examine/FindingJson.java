package dev.flotsam.triage.examine;

import static dev.flotsam.triage.examine.FindingFields.app;
import static dev.flotsam.triage.examine.FindingFields.exception;
import static dev.flotsam.triage.examine.FindingFields.frames;
import static dev.flotsam.triage.examine.FindingFields.head;
import static dev.flotsam.triage.examine.FindingFields.machine;
import static dev.flotsam.triage.examine.FindingFields.missing;
import static dev.flotsam.triage.examine.FindingFields.nothingFound;
import static dev.flotsam.triage.examine.FindingFields.nothingSigned;
import static dev.flotsam.triage.examine.FindingFields.signature;
import static dev.flotsam.triage.examine.FindingFields.signed;
import static dev.flotsam.triage.examine.FindingFields.word;

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
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import dev.flotsam.triage.portrait.Portraits;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
            case Finding.Allocations allocations -> AllocationJson.record(json, allocations);
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
        if (joined.flatMap(JoinedEnd::signed).isPresent()) {
            signed(json, joined.get().signed());
        } else if (headline.isPresent()) {
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
                end.signed(),
                session.evidence(),
                session.limit(),
                session.allocations());
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
        signed(json, found.signed());
        missing(json, found.signed().map(SignedEnd::missing).orElse(List.of()));
        json.writeStringField("client", word(record.shape()));
        if (found.allocations().isPresent()) {
            json.writeFieldName("allocations");
            AllocationJson.write(json, found.allocations().get());
        }
        json.writeNullField("rejected");
    }

    private static void warning(JsonGenerator json, Finding.Warning found) throws IOException {
        MemoryWarning warning = found.warning();
        head(json, "memory-warning", found.signed().isPresent() ? WarningSigner.KIND : "recognised");
        app(json, new App(warning.appId(), "", warning.appVersion(), ""));
        machine(json, new Os("", warning.osVersion(), ""), warning.device(), warning.crossed());
        json.writeNullField("exception");
        json.writeNullField("verdict");
        json.writeNullField("crashed_thread");
        frames(json, List.of());
        signed(json, found.signed());
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
}
