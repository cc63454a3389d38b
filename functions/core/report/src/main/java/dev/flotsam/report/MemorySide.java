package dev.flotsam.report;

import dev.flotsam.report.ReadResult.MemoryKind;
import dev.flotsam.report.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the JSON that core/memory reads, by members that only it has. It names the kind and reads nothing: what a
 * client's record says is core/memory's to tell.
 */
final class MemorySide {
    /** Members that no document has together but that kind of record; the first row that is all there decides. */
    private static final List<Row> ROWS = List.of(
            new Row(MemoryKind.SESSION_RECORD, Set.of("is_active", "was_terminated")), // sentry-cocoa
            new Row(MemoryKind.SESSION_RECORD, Set.of("is_debugging", "os_version")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("isForeground", "isTerminating")), // bugsnag-cocoa
            new Row(MemoryKind.SESSION_RECORD, Set.of("memoryFootprint", "isForeground")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("structVersion", "bundleVersion")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("run_id", "outcome")), // KSCrash run summary
            new Row(MemoryKind.SESSION_RECORD, Set.of("schema_version", "outcome")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("footprint", "remaining", "level")), // KSCrash memory file
            new Row(MemoryKind.SESSION_RECORD, Set.of("memory_footprint", "memory_remaining")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("isAppEnterForeground")), // Matrix
            new Row(MemoryKind.SESSION_RECORD, Set.of("isAppMainThreadBlocked")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("isAppCrashed")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("lastMemory")), // OOMDetector
            new Row(MemoryKind.SESSION_RECORD, Set.of("isOOMDetectorOpen")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("mem_used", "crash_type")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("appLaunchTime", "isActive")), // dd-sdk-ios
            new Row(MemoryKind.SESSION_RECORD, Set.of("wasTerminated", "isDebugging")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("os_uptime_seconds")), // rollbar-apple
            new Row(MemoryKind.SESSION_RECORD, Set.of("session_id", "app_in_background")),
            new Row(MemoryKind.SESSION_RECORD, Set.of("state", "debugger", "osVersion")), // backtrace-cocoa
            new Row(MemoryKind.SESSION_RECORD, Set.of("wasCleanExit")), // bitdrift
            new Row(MemoryKind.SESSION_RECORD, Set.of("prevAppVersion")), // uber
            new Row(MemoryKind.SESSION_RECORD, Set.of("backgrounded", "prevOSVersion")),
            new Row(MemoryKind.MEMORY_RECORD, Set.of("singleMemory")), // APM memory warning
            new Row(MemoryKind.MEMORY_PORTRAIT, Set.of("nodes", "edges")),
            new Row(MemoryKind.MEMORY_PORTRAIT, Set.of("nodes", "regions")),
            new Row(MemoryKind.MEMORY_PORTRAIT, Set.of("nodes", "references")),
            new Row(MemoryKind.MEMORY_PORTRAIT, Set.of("heap", "regions")),
            new Row(MemoryKind.ALLOCATION_STACKS, Set.of("stacks", "images")),
            new Row(MemoryKind.ALLOCATION_STACKS, Set.of("stacks", "uuid")),
            new Row(MemoryKind.ALLOCATION_STACKS, Set.of("allocations")));

    private record Row(MemoryKind kind, Set<String> members) {}

    private MemorySide() {}

    static Optional<MemoryKind> kindOf(JsonValue root) {
        Optional<MemoryKind> own = ours(root.text("flotsam"));
        if (own.isPresent()) {
            return own;
        }
        JsonValue first = root.elements().isEmpty() ? root : root.elements().getFirst();
        boolean bareStacks = first.has("stack") && first.has("size");
        boolean oomDetector = first.has("frame") && first.has("malloc_size");
        boolean matrix =
                root.has("head") && root.get("items").elements().stream().anyMatch(item -> item.has("stacks"));
        if (bareStacks || oomDetector || matrix) {
            return Optional.of(MemoryKind.ALLOCATION_STACKS);
        }
        for (Row row : ROWS) {
            if (row.members.stream().allMatch(root::has)) {
                return Optional.of(row.kind);
            }
        }
        return Optional.empty();
    }

    /** Our own documents name themselves: "flotsam": "session/1". */
    private static Optional<MemoryKind> ours(String name) {
        int slash = name.indexOf('/');
        return switch (slash < 0 ? name : name.substring(0, slash)) {
            case "session" -> Optional.of(MemoryKind.SESSION_RECORD);
            case "memory", "memory-record" -> Optional.of(MemoryKind.MEMORY_RECORD);
            case "portrait", "memory-portrait" -> Optional.of(MemoryKind.MEMORY_PORTRAIT);
            case "allocations" -> Optional.of(MemoryKind.ALLOCATION_STACKS);
            default -> Optional.empty();
        };
    }
}
