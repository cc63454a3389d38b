package dev.flotsam.report.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream, each with its line end, none longer than a limit. */
final class LineStream {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private byte[] line = new byte[1 << 12];
    private int size;
    private int number;
    private boolean cut;

    LineStream(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Moves to the next line; false behind the last. */
    boolean advance() throws IOException {
        size = 0;
        cut = false;
        while (fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            boolean ended = end < filled;
            append(ended ? end + 1 : end);
            at = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        number += size > 0 ? 1 : 0;
        return size > 0;
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private void append(int end) {
        int more = Math.min(end - at, longest - size);
        cut |= more < end - at;
        if (size + more > line.length) {
            line = Arrays.copyOf(line, (int) Math.min(longest, Math.max(line.length * 2L, size + (long) more)));
        }
        System.arraycopy(buffer, at, line, size, more);
        size += more;
    }

    /** The line's bytes; valid to the next {@link #advance}, and only the first {@link #size} of them. */
    byte[] bytes() {
        return line;
    }

    int size() {
        return size;
    }

    /** The line's number, from 1. */
    int number() {
        return number;
    }

    /** The line was longer than the limit; its bytes are the start of it. */
    boolean isCut() {
        return cut;
    }
}
