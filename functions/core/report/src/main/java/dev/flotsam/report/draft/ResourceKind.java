package dev.flotsam.report.draft;

import dev.flotsam.report.ParsedReport.Kind;

/** EXC_RESOURCE says which resource in its subtype or message. */
public final class ResourceKind {
    private ResourceKind() {}

    /** What an exception tells of: a resource if its type and words say so, else a crash. */
    public static Kind of(String exceptionType, String words) {
        if (!exceptionType.equals("EXC_RESOURCE")) {
            return Kind.CRASH;
        }
        if (words.contains("MEMORY") || words.contains("High Water") || words.contains("high watermark")) {
            return Kind.MEMORY;
        }
        if (words.contains("WAKEUPS")) {
            return Kind.WAKEUPS;
        }
        if (words.contains("CPU")) {
            return Kind.CPU;
        }
        return words.contains("IO") || words.contains("DISK") ? Kind.DISK_WRITES : Kind.CRASH;
    }
}
