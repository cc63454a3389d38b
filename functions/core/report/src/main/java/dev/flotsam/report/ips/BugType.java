package dev.flotsam.report.ips;

import dev.flotsam.report.ParsedReport.Kind;
import java.util.Optional;

/**
 * Bug types by their numbers: what each is, and which kind of report carries a stack worth triaging. Source: headers of
 * real files and Apple's "Interpreting the JSON format of a crash report"; the rest as security tools name them
 * (docs/formats.md).
 */
enum BugType {
    CRASH_TEXT("109", "crash as text", Optional.of(Kind.CRASH)),
    HANG_TEXT("120", "low memory or hang as text", Optional.empty()),
    DISK_WRITES("145", "disk writes resource report", Optional.of(Kind.DISK_WRITES)),
    PANIC_FULL("151", "kernel panic", Optional.empty()),
    STACKSHOT_OLD("188", "stackshot", Optional.empty()),
    CPU("202", "CPU resource report", Optional.of(Kind.CPU)),
    CPU_WAKEUPS_OLD("185", "CPU wakeups resource report", Optional.of(Kind.WAKEUPS)),
    CPU_WAKEUPS("206", "CPU wakeups resource report", Optional.of(Kind.WAKEUPS)),
    PANIC("210", "kernel panic", Optional.empty()),
    ANALYTICS("211", "analytics", Optional.empty()),
    RESET("115", "reset counter", Optional.empty()),
    STREAM("241", "media stream trace", Optional.empty()),
    STACKSHOT("288", "stackshot", Optional.empty()),
    JETSAM("298", "JetsamEvent", Optional.empty()),
    CRASH_OLD("308", "crash", Optional.of(Kind.CRASH)),
    CRASH("309", "crash", Optional.of(Kind.CRASH)),
    SIRI("313", "SFA and Siri analytics", Optional.empty()),
    USER_FAULT("385", "ExcUserFault, often not fatal", Optional.of(Kind.CRASH)),
    HANG("409", "hang", Optional.of(Kind.HANG)),
    DIAGNOSTIC("509", "diagnostic", Optional.empty());

    final String number;
    final String words;
    final Optional<Kind> stack;

    BugType(String number, String words, Optional<Kind> stack) {
        this.number = number;
        this.words = words;
        this.stack = stack;
    }

    static Optional<BugType> of(String number) {
        for (BugType type : values()) {
            if (type.number.equals(number)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
