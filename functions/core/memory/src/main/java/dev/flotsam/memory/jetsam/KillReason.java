package dev.flotsam.memory.jetsam;

import java.util.Locale;

/**
 * What Jetsam's reason strings mean. The list is {@code memorystatus_kill_cause_name} of XNU's
 * {@code bsd/kern/kern_memorystatus.c}, with the older "vm-thrashing" and "diagnostic"; an unknown string is kept by
 * the event and means {@link Meaning#UNKNOWN}.
 */
final class KillReason {

    /** What a reason tells about memory. */
    enum Meaning {
        /** The process passed its own hard limit. */
        OWN_LIMIT,
        /** The system as a whole ran short of memory, swap, compressor or zone space. */
        SYSTEM_MEMORY,
        /** Something else ran out, or the process was idle. */
        NOT_MEMORY,
        /** A generic word, or one we don't know. */
        UNKNOWN
    }

    private KillReason() {}

    static Meaning meaning(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "per-process-limit", "conclave-limit" -> Meaning.OWN_LIMIT;
            case "highwater",
                    "vm-pageshortage",
                    "vm-thrashing",
                    "proc-thrashing",
                    "fc-thrashing",
                    "zone-map-exhaustion",
                    "vm-compressor-thrashing",
                    "vm-compressor-space-shortage",
                    "low-swap",
                    "sustained-memory-pressure",
                    "vm-pageout-starvation" -> Meaning.SYSTEM_MEMORY;
            case "vnode-limit", "disk-space-shortage", "idle-exit", "long-idle-exit", "diagnostic" ->
                Meaning.NOT_MEMORY;
            default -> Meaning.UNKNOWN;
        };
    }

    /** Only this reason proves the limit of the process; a conclave has limits of its own. */
    static boolean teachesLimit(String reason) {
        return reason.equalsIgnoreCase("per-process-limit");
    }
}
