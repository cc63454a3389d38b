package dev.flotsam.report.text;

/** What a text is, by the marks of its first lines. */
public enum TextKind {
    CRASH,
    SAMPLE,
    VM_SCAN,
    OTHER;

    /** How far the sniffer looks, in characters. */
    static final int SNIFFED = 65_536;

    private static final String[] HEADER = {
        "Incident Identifier:",
        "CrashReporter Key:",
        "Hardware Model:",
        "Process:",
        "Identifier:",
        "Exception Codes:",
        "Crashed Thread:",
        "Triggered by Thread:",
        "Binary Images:",
        "OS Version:",
        "Report Version:"
    };
    private static final String[] SAMPLES = {
        "Analysis of sampling ", "Call graph:", "Heaviest stack for the target process", "Num samples:", "Steps:"
    };

    /**
     * Looks at a text. A crash report has an exception or a thread's title, and one mark of a header; cut texts may have
     * two marks of a header alone. Samples say how they were taken.
     */
    public static TextKind of(String text) {
        TextLines lines = new TextLines(text.length() > SNIFFED ? text.substring(0, SNIFFED) : text);
        int seen = 0;
        boolean event = false;
        while (lines.advance()) {
            if (startsWithAny(lines, SAMPLES) >= 0) {
                return SAMPLE;
            }
            if (lines.startsWith("Found VM Region:")) {
                return VM_SCAN;
            }
            int mark = startsWithAny(lines, HEADER);
            seen |= mark < 0 ? 0 : 1 << mark;
            event |= lines.startsWith("Exception Type:") || isThread(lines);
            if (event && seen != 0) {
                return CRASH;
            }
        }
        return event || Integer.bitCount(seen) >= 2 ? CRASH : OTHER;
    }

    /** Whether a mark of a crash report's header stands there. */
    static boolean isHeader(String text, int start, int end) {
        for (String mark : HEADER) {
            if (text.startsWith(mark, start) && start + mark.length() <= end) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThread(TextLines lines) {
        return lines.startsWith("Thread ") && ThreadLine.parse(lines.text(), lines.start(), lines.end()) != null;
    }

    private static int startsWithAny(TextLines lines, String[] marks) {
        for (int i = 0; i < marks.length; i++) {
            if (lines.startsWith(marks[i])) {
                return i;
            }
        }
        return -1;
    }
}
