package dev.flotsam.report.metrickit;

import dev.flotsam.report.ParsedReport.Kind;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.json.JsonDamage;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads MetricKit documents that are trees by now. Safe for use by several threads. */
public final class MetricKitReader {

    /** Whether a document holds diagnostics, is one, or is a call-stack tree alone. */
    public static boolean sniff(JsonValue root) {
        boolean payload = root.members().stream()
                .anyMatch(member -> legacyKind(member.key()).isPresent());
        return payload || root.has("callStackTree") || isTree(root) || isReport(root);
    }

    /** Whether a document holds metrics with exit counts: core/memory reads those. */
    public static boolean isMetrics(JsonValue root) {
        boolean payload = root.has("applicationExitMetrics")
                || (root.has("metaData") && root.has("timeStampBegin") && root.has("appVersion"));
        boolean report = root.has("environment") && !root.has("result") && (root.has("results") || root.has("metrics"));
        return payload || report || root.at("applicationExit", "foreground").isPresent();
    }

    private static boolean isTree(JsonValue root) {
        return root.get("callStacks").size() > 0 || root.get("callStackThreads").size() > 0;
    }

    private static boolean isReport(JsonValue root) {
        return root.get("result").members().stream()
                .anyMatch(member -> reportKind(member.key()).isPresent());
    }

    /**
     * Reads diagnostics, by their places in the document; the empty place when the document is one.
     *
     * @param most how many are read; a payload may be hostile
     */
    public Map<String, ReadResult> read(JsonValue root, Optional<JsonDamage> damage, int most) {
        Map<String, ReadResult> results = new LinkedHashMap<>();
        for (JsonMember member : root.get("result").members()) {
            reportKind(member.key()).ifPresent(kind -> {
                JsonValue associated = member.value().has("_0") ? member.value().get("_0") : member.value();
                results.put("", new Diagnostic(root, associated, kind, damage).read());
            });
        }
        for (JsonMember member : root.members()) {
            legacyKind(member.key()).ifPresent(kind -> {
                int index = 0;
                for (JsonValue diagnostic : member.value().elements()) {
                    if (results.size() >= most) {
                        return;
                    }
                    String part = "$." + member.key() + "[" + index++ + "]";
                    results.put(part, new Diagnostic(root, diagnostic, kind, damage).read());
                }
            });
        }
        if (results.isEmpty() && (root.has("callStackTree") || isTree(root))) {
            JsonValue diagnostic = root.has("callStackTree") ? root : JsonLiteral.MISSING;
            results.put("", new Diagnostic(root, diagnostic, Diagnostic.kindOf(root), damage).read());
        }
        return results;
    }

    private static Optional<Kind> legacyKind(String key) {
        return switch (key) {
            case "crashDiagnostics" -> Optional.of(Kind.CRASH);
            case "hangDiagnostics" -> Optional.of(Kind.HANG);
            case "cpuExceptionDiagnostics" -> Optional.of(Kind.CPU);
            case "diskWriteExceptionDiagnostics" -> Optional.of(Kind.DISK_WRITES);
            case "appLaunchDiagnostics" -> Optional.of(Kind.APP_LAUNCH);
            case "memoryExceptionDiagnostics" -> Optional.of(Kind.MEMORY);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> reportKind(String key) {
        return switch (key) {
            case "crash" -> Optional.of(Kind.CRASH);
            case "hang" -> Optional.of(Kind.HANG);
            case "cpuException" -> Optional.of(Kind.CPU);
            case "diskWriteException" -> Optional.of(Kind.DISK_WRITES);
            case "appLaunch" -> Optional.of(Kind.APP_LAUNCH);
            case "memoryException" -> Optional.of(Kind.MEMORY);
            default -> Optional.empty();
        };
    }
}
