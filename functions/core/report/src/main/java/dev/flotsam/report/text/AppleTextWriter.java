package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.draft.Uuids;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes any report as Apple crash text, the way people read crashes. The same report gives the same text; a report
 * that was read from text reads back equal.
 */
public final class AppleTextWriter {
    private static final int REGISTERS_PER_LINE = 4;

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final ParsedReport report;
    private final FrameNames names;

    private AppleTextWriter(ParsedReport report, FrameNames names) {
        this.report = report;
        this.names = names;
    }

    /** The text with frames as the report has them. */
    public static String write(ParsedReport report) {
        return write(report, FrameNames.AS_REPORTED);
    }

    /** The text with symbolicated frames, inlined functions on lines of their own. */
    public static String write(ParsedReport report, FrameNames names) {
        return new AppleTextWriter(report, names).text();
    }

    private String text() {
        new HeaderWriter(out, report).write();
        FrameWriter frames =
                new FrameWriter(out, report.images(), report.device().architecture(), names);
        lastException(frames);
        threads(frames);
        registers();
        images();
        sections();
        if (!report.vmSummary().isEmpty()) {
            out.append("\nVM Region Summary:\n").append(report.vmSummary()).append('\n');
        }
        String recrash = report.leftovers().getOrDefault(TextSections.RECRASH, "");
        if (!recrash.isEmpty()) {
            out.append('\n')
                    .append(TextSections.RECRASH)
                    .append(":\n")
                    .append(recrash)
                    .append('\n');
        }
        return out.toString();
    }

    private void lastException(FrameWriter frames) {
        if (!report.lastExceptionBacktrace().isEmpty()) {
            out.append("\nLast Exception Backtrace:\n");
            frames.write(report.lastExceptionBacktrace());
        }
    }

    private void threads(FrameWriter frames) {
        Set<Long> numbers = new HashSet<>();
        for (ReportThread thread : report.threads()) {
            out.append('\n');
            String label = label(thread);
            boolean again = !numbers.add(thread.number());
            if (!label.isEmpty() && !again) {
                out.append("Thread ")
                        .append(thread.number())
                        .append(" name:  ")
                        .append(label)
                        .append('\n');
            }
            out.append("Thread ").append(thread.number()).append(thread.crashed() ? " Crashed:" : ":");
            out.append(label.isEmpty() || !again ? "\n" : ": " + label + "\n");
            frames.write(thread.frames());
        }
    }

    private static String label(ReportThread thread) {
        String queue = thread.queue().isEmpty() ? "" : "Dispatch queue: " + line(thread.queue());
        String name = line(thread.name());
        return name.isEmpty() || queue.isEmpty() ? name + queue : name + "  " + queue;
    }

    private void registers() {
        for (ReportThread thread : report.threads()) {
            if (thread.registers().isEmpty()) {
                continue;
            }
            String state = thread.crashed() ? " crashed with " + machine() + " Thread State:" : " Thread State:";
            out.append("\nThread ").append(thread.number()).append(state).append('\n');
            int column = 0;
            for (Map.Entry<String, Long> register : RegisterOrder.sorted(thread.registers())) {
                out.repeat(
                        ' ',
                        Math.max(1, (column == 0 ? 6 : 5) - register.getKey().length()));
                out.append(register.getKey()).append(": ");
                TextHex.append(out, register.getValue(), 16);
                column = (column + 1) % REGISTERS_PER_LINE;
                out.append(column == 0 ? "\n" : " ");
            }
            out.append(column == 0 ? "" : "\n");
        }
    }

    private String machine() {
        String architecture = report.device().architecture();
        if (architecture.startsWith("arm64")) {
            return "ARM";
        }
        return architecture.isEmpty() ? "unknown" : HeaderWriter.codeType(architecture);
    }

    private void images() {
        if (report.images().isEmpty()) {
            return;
        }
        out.append("\nBinary Images:\n");
        for (BinaryImage image : report.images()) {
            address(image.base());
            out.append(" - ");
            if (image.size() == 0) {
                out.repeat(' ', 15).append("???");
            } else {
                address(image.base() + image.size() - 1);
            }
            String name = line(image.name());
            out.append(name.startsWith("+") || name.startsWith("*") ? " +" : " ");
            out.append(name.isEmpty() ? "???" : name);
            out.append(image.architecture().isEmpty() ? "" : " " + image.architecture());
            out.append(image.version().isEmpty() ? "" : " (" + line(image.version()) + ")");
            String uuid = image.uuid().isEmpty() ? "0".repeat(32) : Uuids.undashed(image.uuid());
            out.append(" <")
                    .append(uuid)
                    .append("> ")
                    .append(line(image.path()))
                    .append('\n');
        }
    }

    private void address(long address) {
        int width = Math.max(1, (67 - Long.numberOfLeadingZeros(address)) / 4);
        out.repeat(' ', Math.max(0, 16 - width));
        TextHex.append(out, address, 1);
    }

    /** What has no field, under its title; in the header when it is one line. */
    private void sections() {
        for (Map.Entry<String, String> leftover : new TreeMap<>(report.leftovers()).entrySet()) {
            String value = leftover.getValue();
            if (leftover.getKey().equals(TextSections.RECRASH)) {
                continue;
            }
            if (HeaderWriter.isSection(leftover.getKey(), value) && HeaderWriter.isReadable(report, value)) {
                out.append('\n')
                        .append(leftover.getKey())
                        .append(":\n")
                        .append(value)
                        .append('\n');
            }
        }
    }

    /** One line of text: line ends and other control characters inside names become blanks. */
    static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return withoutControls(text);
            }
        }
        return text;
    }

    private static String withoutControls(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ';
            boolean again = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
            if (!blank || !again) {
                line.append(blank ? ' ' : c);
            }
        }
        return line.toString().strip();
    }
}
