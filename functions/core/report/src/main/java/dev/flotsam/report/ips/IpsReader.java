package dev.flotsam.report.ips;

import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Incident;
import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.draft.OsName;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.draft.Uuids;
import dev.flotsam.report.json.JsonDamage;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.report.text.AppleTextReader;
import dev.flotsam.report.text.SampleReader;
import dev.flotsam.report.text.TextKind;
import java.util.Optional;

/** Reads .ips documents that are trees by now. Safe for use by several threads. */
public final class IpsReader {

    /** Whether an object is the header line of an .ips: it has a bug type, and nothing of a body. */
    public static boolean isHeader(JsonValue value) {
        return value.has("bug_type")
                && !value.has("threads")
                && !value.has("processes")
                && !value.has("usedImages")
                && !value.has("kernel")
                && !value.has("incident");
    }

    /** Whether a single document is a crash body, be it Apple's or an imitation. */
    public static boolean isCrashBody(JsonValue value) {
        boolean hasThreads = !value.get("threads").elements().isEmpty();
        boolean isProcess = value.has("usedImages") || value.has("procName") || value.has("faultingThread");
        return (hasThreads && isProcess) || (value.has("usedImages") && value.has("exception"));
    }

    /**
     * Reads a header and a JSON body.
     *
     * @param damage why the body is incomplete, if it is
     */
    public ReadResult read(JsonValue header, JsonValue body, Optional<JsonDamage> damage) {
        String type = header.text("bug_type").isEmpty() ? body.text("bug_type") : header.text("bug_type");
        boolean isJetsam = body.has("processes") && body.has("memoryStatus") && body.has("largestProcess");
        if (type.equals("298") || isJetsam) {
            return new ReadResult.ForMemory(ReadResult.MemoryKind.JETSAM_EVENT, header, body);
        }
        ReportDraft draft = new ReportDraft(Format.IPS);
        if (isCrashBody(body) || type.equals("309") || type.equals("308")) {
            new CrashBody(header, body, draft).read();
            damage.ifPresent(broken -> draft.keep("damage", broken.code() + " at " + broken.where()));
        }
        if (draft.hasFacts()) {
            if (draft.kind == Kind.CRASH) {
                draft.kind = BugType.of(type).flatMap(known -> known.stack).orElse(Kind.CRASH);
            }
            return new ReadResult.Parsed(draft.finish());
        }
        return damage.<ReadResult>map(
                        broken -> new ReadResult.Rejected(broken.code(), broken.where(), broken.message()))
                .orElseGet(() -> recognised(type, header, body));
    }

    /** Reads a header over crash text (109). */
    public ReadResult readText(JsonValue header, String text) {
        ReportDraft draft = new ReportDraft(Format.APPLE_TEXT);
        draft.incidentId = Uuids.ofIncident(header.text("incident_id"));
        draft.captured = draft.time(header.text("timestamp"));
        draft.appId = header.text("bundleID");
        draft.appName = header.text("app_name");
        draft.appVersion = header.text("app_version");
        draft.appBuild = header.text("build_version");
        draft.os = OsName.parse(header.text("os_version"));
        Optional<Kind> kind = BugType.of(header.text("bug_type")).flatMap(type -> type.stack);
        boolean sampled = TextKind.of(text) == TextKind.SAMPLE;
        ReadResult read = sampled ? new SampleReader().read(text, draft) : new AppleTextReader().read(text, draft);
        if (!(read instanceof ReadResult.Parsed)) {
            return recognised(header.text("bug_type"), header, header);
        }
        if (sampled && kind.isPresent() && kind.get() != Kind.CRASH) {
            draft.kind = kind.get();
        }
        return new ReadResult.Parsed(draft.finish());
    }

    private static ReadResult recognised(String type, JsonValue header, JsonValue body) {
        ReportDraft draft = new ReportDraft(Format.IPS);
        String incident = header.text("incident_id");
        draft.incidentId = Uuids.ofIncident(incident.isEmpty() ? body.text("incident") : incident);
        draft.captured = draft.time(header.text("timestamp"));
        String words = BugType.of(type).map(known -> known.words).orElse("a diagnostic of an unknown type");
        String app = header.text("app_name").isEmpty() ? header.text("name") : header.text("app_name");
        return new ReadResult.Recognised(
                "ips-" + (type.isEmpty() ? "unknown" : type),
                IpsSummary.of(words, body) + ", kept but not triaged",
                new Incident(draft.incidentId, draft.captured, Optional.empty(), draft.zoneOffset, ""),
                new App(header.text("bundleID"), app, header.text("app_version"), header.text("build_version")));
    }
}
