package dev.flotsam.triage.examine;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.ExceptionInfo;
import java.util.List;

/** A finding as text that people read the way they read crash logs. */
public final class ReportText {
    private ReportText() {}

    /** The text of a finding. */
    public static String of(Examined examined) {
        return switch (examined.finding()) {
            case Finding.Stack stack -> stack(stack);
            case Finding.Jetsam jetsam -> Sentence.of(jetsam) + "\n";
            case Finding.Session session -> Sentence.of(session) + "\n";
            case Finding.Recognised(String format, String summary, var incident, var app) ->
                format + ": " + summary + "\n";
            case Finding.Rejected(String code, String where, String message) ->
                code + " at " + where + ": " + message + "\n";
            case Finding.Symbols(var kind) -> "debug symbols\n";
        };
    }

    private static String stack(Finding.Stack stack) {
        ParsedReport report = stack.report();
        StringBuilder text = new StringBuilder();
        field(text, "Incident Identifier", report.incident().id());
        field(text, "Hardware Model", report.device().model());
        field(text, "Process", report.process().name());
        field(text, "Identifier", report.app().id());
        field(text, "Version", report.app().version() + " (" + report.app().build() + ")");
        field(text, "OS Version", FindingJson.shown(report.os()));
        report.exception().ifPresent(exception -> exception(text, exception));
        text.append("\nThread ")
                .append(report.crashedThread()
                        .map(thread -> Long.toString(thread.number()))
                        .orElse("?"))
                .append(" Crashed:\n");
        frames(text, stack.frames());
        return text.toString();
    }

    private static void exception(StringBuilder text, ExceptionInfo exception) {
        String signal = exception.signal().isEmpty() ? "" : " (" + exception.signal() + ")";
        field(text, "Exception Type", exception.type() + signal);
        field(text, "Exception Subtype", exception.subtype());
        field(text, "Exception Codes", exception.codes());
    }

    private static void frames(StringBuilder text, List<NamedFrame> frames) {
        for (int i = 0; i < frames.size(); i++) {
            NamedFrame frame = frames.get(i);
            String place = frame.file().isEmpty() ? "" : " (" + frame.file() + ":" + frame.line() + ")";
            text.append(String.format(
                    java.util.Locale.ROOT,
                    "%-3d %-30s 0x%016x %s%s%n",
                    i,
                    frame.image(),
                    frame.reported().address(),
                    frame.shown(),
                    place));
        }
    }

    private static void field(StringBuilder text, String name, String value) {
        if (!value.isBlank()) {
            text.append(String.format(java.util.Locale.ROOT, "%-21s%s%n", name + ":", value));
        }
    }
}
