package dev.flotsam.report.text;

/** Walks a text line by line without copying it. Line ends are LF or CRLF. */
final class TextLines {
    private final String text;
    private int next;
    private int start;
    private int end;
    private int number;

    TextLines(String text) {
        this.text = text;
    }

    /** Moves to the next line; false behind the last. */
    boolean advance() {
        if (next >= text.length()) {
            start = text.length();
            end = start;
            return false;
        }
        start = next;
        int newline = text.indexOf('\n', start);
        int stop = newline < 0 ? text.length() : newline;
        next = stop + 1;
        end = stop > start && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
        number++;
        return true;
    }

    /** The current line's number, from 1. */
    int number() {
        return number;
    }

    String text() {
        return text;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String line() {
        return text.substring(start, end);
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, start) && start + prefix.length() <= end;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    char first() {
        return start < end ? text.charAt(start) : '\0';
    }
}
