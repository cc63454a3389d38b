package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.ExceptionInfo;
import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Termination;
import dev.flotsam.report.draft.LanguageException;
import dev.flotsam.report.draft.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes the header, the exception block and the application-specific information. */
final class HeaderWriter {
    private static final int VALUE_COLUMN = 21;
    /** Keys whose field keeps a part of the line: the line itself, kept beside it, is written in its place. */
    private static final Set<String> PARTLY_READ =
            Set.of("Parent Process", "Terminating Process", "Date/Time", "Launch Time", "Crashed Thread");

    private final StringBuilder out;
    private final ParsedReport report;
    private final Map<String, String> leftovers;

    HeaderWriter(StringBuilder out, ParsedReport report) {
        this.out = out;
        this.report = report;
        this.leftovers = new TreeMap<>(report.leftovers());
    }

    void write() {
        identity();
        exception();
        remaining();
        applicationInfo();
    }

    private void identity() {
        ParsedReport.ProcessInfo process = report.process();
        field("Incident Identifier", report.incident().id());
        field("CrashReporter Key", report.incident().installation());
        field("Hardware Model", report.device().model());
        String name = process.name().isEmpty() && process.pid() >= 0 ? "???" : process.name();
        field("Process", process.pid() < 0 ? name : name + " [" + process.pid() + "]");
        field(
                "App Name",
                report.app().name().equals(process.name()) ? "" : report.app().name());
        field("Path", process.path());
        field("Identifier", report.app().id());
        field("Version", version());
        String code = codeType(report.device().architecture());
        field(
                "Code Type",
                code.isEmpty() && !process.translated()
                        ? ""
                        : (code.isEmpty() ? "???" : code) + (process.translated() ? " (Translated)" : " (Native)"));
        field("Role", process.role());
        field("Parent Process", process.parent());
        out.append('\n');
        field("Date/Time", time(report.incident().captured()));
        field("Launch Time", time(report.incident().launched()));
        field("OS Version", os());
        out.append('\n');
    }

    private String version() {
        String version = report.app().version();
        String build = report.app().build();
        return build.isEmpty() ? version : (version.isEmpty() ? "???" : version) + " (" + build + ")";
    }

    private String os() {
        String build = report.os().build().isEmpty() ? "" : " (" + report.os().build() + ")";
        return (report.os().name() + " " + report.os().version()).strip() + build;
    }

    private String time(Optional<Instant> time) {
        Optional<Integer> zone = report.incident().zoneOffset();
        String written =
                time.map(instant -> Moment.write(instant, zone.orElse(0))).orElse("");
        return zone.isPresent() || written.isEmpty() ? written : written.substring(0, written.lastIndexOf(' '));
    }

    /** The words of "Code Type", without "(Native)". */
    static String codeType(String architecture) {
        return switch (architecture) {
            case "arm64" -> "ARM-64";
            case "x86_64" -> "X86-64";
            case "i386" -> "X86";
            case "arm" -> "ARM";
            default -> architecture;
        };
    }

    private void exception() {
        report.exception().ifPresent(exception -> {
            field("Exception Type", type(exception));
            field("Exception Codes", exception.codes());
            field("Exception Subtype", exception.subtype());
            field("Exception Message", exception.name().isEmpty() ? exception.reason() : "");
            field("Exception Note", exception.note());
        });
        report.termination().ifPresent(this::termination);
        String crashed = report.crashedThread()
                .map(thread -> Long.toString(thread.number()))
                .orElse("");
        field("Crashed Thread", crashed);
    }

    private static String type(ExceptionInfo exception) {
        String type = exception.type();
        String signal = exception.signal();
        if (type.isEmpty()) {
            return signal.isEmpty() || signal.startsWith("SIG") ? signal : "Unknown (" + signal + ")";
        }
        return signal.isEmpty() ? type : type + " (" + signal + ")";
    }

    private void termination(Termination termination) {
        String code = termination.code().map(HeaderWriter::code).orElse("");
        String rest = (code + " " + termination.indicator()).strip();
        boolean said = !termination.namespace().isEmpty()
                || !rest.isEmpty()
                || !termination.reasons().isEmpty();
        if (said) {
            line("Termination Reason", "Namespace " + termination.namespace() + (rest.isEmpty() ? "" : ", " + rest));
            for (String reason : termination.reasons()) {
                reason.lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> out.append(line).append('\n'));
            }
        }
        field("Terminating Process", termination.byProcess());
    }

    private static String code(long code) {
        return "Code " + (code >= 0 && code < 256 ? Long.toString(code) : "0x" + Long.toHexString(code));
    }

    /** Lines kept beside the fields: repeated keys again, unknown keys with what is indented below them. */
    private void remaining() {
        for (Map.Entry<String, String> leftover : leftovers.entrySet()) {
            String value = leftover.getValue();
            if (!isReadable(report, value) || leftover.getKey().equals(TextSections.RECRASH)) {
                continue;
            }
            if (HeaderKeys.KNOWN.contains(leftover.getKey())) {
                value.lines().forEach(line -> line(leftover.getKey(), line));
            } else if (!isSection(leftover.getKey(), value)) {
                line(leftover.getKey(), value);
            }
        }
    }

    private void applicationInfo() {
        List<String> lines = new ArrayList<>();
        report.applicationInfo().forEach(info -> info.lines().forEach(lines::add));
        report.exception().filter(exception -> !exception.name().isEmpty()).ifPresent(exception -> {
            if (LanguageException.in(lines).isEmpty()) {
                String reason = AppleTextWriter.line(exception.reason());
                lines.addFirst(new LanguageException(AppleTextWriter.line(exception.name()), reason).write());
            }
        });
        if (!lines.isEmpty()) {
            out.append("\nApplication Specific Information:\n");
            lines.forEach(line -> out.append(line).append('\n'));
        }
    }

    /** Whether a leftover is a part of its own: several lines that don't hang on the first. */
    static boolean isSection(String key, String value) {
        if (HeaderKeys.KNOWN.contains(key)) {
            return false;
        }
        boolean hangs = value.lines()
                .skip(1)
                .allMatch(line -> line.startsWith(" ") || line.startsWith("\t") || line.startsWith("--->"));
        boolean own = key.startsWith("Thread ")
                || key.startsWith("Application Specific ")
                || key.startsWith("Last Exception Backtrace");
        return own || !hangs || value.startsWith(" ") || value.startsWith("\t");
    }

    /** Other formats leave JSON behind, which nobody reads in a crash text. */
    static boolean isReadable(ParsedReport report, String value) {
        return report.format() == Format.APPLE_TEXT || !(value.startsWith("{") || value.startsWith("["));
    }

    private void field(String key, String value) {
        String kept = leftovers.getOrDefault(key, "");
        if (PARTLY_READ.contains(key) && !kept.isEmpty()) {
            int end = kept.indexOf('\n');
            boolean whole = isWhole(key, value, end < 0 ? kept : kept.substring(0, end));
            if (whole) {
                line(key, end < 0 ? kept : kept.substring(0, end));
                leftovers.remove(key);
                if (end >= 0) {
                    leftovers.put(key, kept.substring(end + 1));
                }
                return;
            }
        }
        if (!value.isEmpty() || !kept.isEmpty()) {
            line(key, value);
        }
    }

    /** Whether a kept line is the one that the field was read from, rather than a second of the same key. */
    private static boolean isWhole(String key, String value, String kept) {
        return key.equals("Crashed Thread") ? value.isEmpty() : value.isEmpty() || kept.startsWith(value);
    }

    private void line(String key, String value) {
        out.append(key).append(':').repeat(' ', Math.max(1, VALUE_COLUMN - key.length() - 1));
        out.append(value.indexOf('\n') < 0 ? AppleTextWriter.line(value) : value)
                .append('\n');
    }
}
