package dev.flotsam.report.text;

import java.util.Set;

/** Keys of the header and the exception block: they end the sections above them, and count once. */
final class HeaderKeys {
    static final Set<String> KNOWN = Set.of(
            "Incident Identifier",
            "CrashReporter Key",
            "Anonymous UUID",
            "Hardware Model",
            "Process",
            "App Name",
            "Path",
            "Identifier",
            "Version",
            "Code Type",
            "Role",
            "Parent Process",
            "Date/Time",
            "Launch Time",
            "OS Version",
            "Report Version",
            "Exception Type",
            "Exception Codes",
            "Exception Subtype",
            "Exception Note",
            "Exception Message",
            "Crashed Thread",
            "Triggered by Thread",
            "Highlighted Thread",
            "Highlighted by Thread",
            "Termination Reason",
            "Termination Description",
            "Termination Signal",
            "Terminating Process");

    private HeaderKeys() {}
}
