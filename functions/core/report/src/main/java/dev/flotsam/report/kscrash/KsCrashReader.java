package dev.flotsam.report.kscrash;

import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.draft.Leftovers;
import dev.flotsam.report.draft.ReportDraft;
import dev.flotsam.report.json.JsonDamage;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** Reads KSCrash documents that are trees by now. Safe for use by several threads. */
public final class KsCrashReader {

    /** Whether a document has the shape: a crash with an error or threads, or a recrash report around one. */
    public static boolean sniff(JsonValue root) {
        JsonValue crash = root.get("crash");
        boolean hasCrash = crash.has("error") || crash.has("threads") || crash.has("crashed_thread");
        boolean hasCompany =
                root.has("report") || root.has("system") || root.has("binary_images") || root.has("crash_id");
        return (hasCrash && (hasCompany || crash.has("error"))) || root.has("recrash_report");
    }

    /** Whether a report tells of an ending without a crash: core/memory judges it, there is no stack to sign. */
    public static boolean isEnding(JsonValue root) {
        JsonValue crash = root.get("crash");
        boolean ending =
                switch (crash.get("error").text("type")) {
                    case "memory_termination", "termination", "resource_termination" -> true;
                    default -> false;
                };
        return ending && crash.get("threads").size() == 0 && !crash.has("crashed_thread");
    }

    /** Reads a report; without an error, a termination or a stack it is rejected. */
    public ReadResult read(JsonValue root, Optional<JsonDamage> damage) {
        JsonValue nested = root.get("recrash_report");
        JsonValue own = isWhole(root) || !sniff(nested) || !isWhole(nested) ? root : nested;
        JsonValue report = own.has("crash") ? own : nested;
        ReportDraft draft = new ReportDraft(Format.KSCRASH);
        new KsSystem(root.has("system") || !report.has("system") ? root : report, draft).read();
        new KsSystem(report, draft).read();
        new KsCrash(report, draft).read();
        if (report == root && nested.isPresent()) {
            draft.keep("recrash_report", JsonText.write(nested));
        }
        if (report != root) {
            Leftovers.keep(draft, "recrash.", root.get("crash"), Set.of("threads"));
        }
        damage.ifPresent(broken -> draft.keep("damage", broken.code() + " at " + broken.where()));
        if (draft.hasFacts()) {
            return new ReadResult.Parsed(draft.finish());
        }
        return damage.map(broken -> new ReadResult.Rejected(broken.code(), broken.where(), broken.message()))
                .orElseGet(() -> new ReadResult.Rejected(
                        "no-facts", "$.crash", "a KSCrash report without an error, a termination or a stack frame"));
    }

    private static boolean isWhole(JsonValue report) {
        return report.get("crash").get("threads").size() > 0
                && report.get("crash").has("error");
    }
}
