package dev.flotsam.report.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * NDJSON: one report a line. An .ips in it keeps its two documents, a header line and a body, on one line or pretty
 * printed. A line that is cut or malformed is a document of its own, so that the others go on.
 */
final class JsonLines {
    private static final byte[] BUG_TYPE = "\"bug_type\"".getBytes(StandardCharsets.US_ASCII);
    /** The first line of a batch may be a whole report, but a sniff looks no further than this. */
    private static final int LONGEST_HEADER = 65_536;

    private final Budget budget;
    private final DocumentSink sink;
    private final String place;
    private final JsonBalance balance = new JsonBalance();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int startLine;
    private boolean header;
    private boolean pretty;
    private boolean oversized;

    JsonLines(Budget budget, DocumentSink sink, String place) {
        this.budget = budget;
        this.sink = sink;
        this.place = place;
    }

    /**
     * Whether these bytes start a batch: a first line that is a whole JSON object, and more JSON behind it. The header
     * and the one body of a plain .ips are no batch.
     */
    static boolean startsBatch(byte[] content) {
        int start = skipBlanks(content, 0);
        if (start >= content.length) {
            return false;
        }
        int lineEnd = endOfLine(content, start);
        int next = skipBlanks(content, lineEnd);
        if (!isWhole(content, start, lineEnd)) {
            return isBadLineAmongGood(content, start, lineEnd, next);
        }
        if (next >= content.length || content[next] != '{') {
            return false;
        }
        if (!isHeader(content, start, lineEnd)) {
            return true;
        }
        // A header and one body are a plain .ips. Bodies are printed with indents, so that another report behind the
        // body is the only thing that can start a line with a bracket; what does is looked at closely.
        return startsLine(content, next + 1) && goesOnBehindBody(content, next);
    }

    private static boolean startsLine(byte[] content, int from) {
        for (int i = from; i < content.length - 1; i++) {
            if (content[i] == '\n' && content[i + 1] == '{') {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOnBehindBody(byte[] content, int start) {
        JsonBalance body = new JsonBalance();
        int at = start;
        while (at < content.length) {
            int end = endOfLine(content, at);
            if (body.feed(content, at, end)) {
                return skipBlanks(content, end) < content.length;
            }
            if (at > start && content[at] == '{' && isHeader(content, at, end)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    /** The first line is cut or no JSON, and whole objects follow: one if it looks like a cut object, else two. */
    private static boolean isBadLineAmongGood(byte[] content, int start, int lineEnd, int next) {
        if (isBracketAlone(Arrays.copyOfRange(content, start, lineEnd), lineEnd - start)) {
            return false;
        }
        int nextEnd = endOfLine(content, next);
        int third = skipBlanks(content, nextEnd);
        boolean followed = isWhole(content, next, nextEnd);
        return followed && (content[start] == '{' || isWhole(content, third, endOfLine(content, third)));
    }

    private static boolean isWhole(byte[] content, int from, int to) {
        return from < to && content[from] == '{' && new JsonBalance().feed(content, from, to);
    }

    void split(InputStream in) throws IOException {
        LineStream lines = new LineStream(in, budget.reportBytes());
        while (lines.advance()) {
            line(lines);
        }
        flush();
    }

    private void line(LineStream lines) throws IOException {
        byte[] bytes = lines.bytes();
        int size = lines.size();
        boolean opens = size > 0 && bytes[0] == '{';
        boolean opensHeader = opens && isHeader(bytes, 0, size);
        boolean bodyOfHeader = header && balance.isComplete();
        if (isBlank(bytes, size)) {
            return;
        }
        if (pending.size() > 0 && opens && !bodyOfHeader && (!pretty || opensHeader)) {
            flush();
        }
        if (bodyOfHeader) {
            if (!opens || opensHeader) {
                flush();
            } else {
                balance.reset();
                header = false;
                pretty = isBracketAlone(bytes, size);
            }
        }
        if (pending.size() == 0 && !oversized) {
            startLine = lines.number();
            header = opensHeader;
            pretty = isBracketAlone(bytes, size);
        }
        append(lines);
        if (balance.feed(bytes, 0, size) && !header) {
            flush();
        }
    }

    private void append(LineStream lines) {
        oversized |= lines.isCut() || pending.size() + (long) lines.size() > budget.reportBytes();
        if (!oversized) {
            pending.write(lines.bytes(), 0, lines.size());
        }
    }

    private void flush() throws IOException {
        if (pending.size() > 0 || oversized) {
            budget.entry();
            String line = place.isEmpty() ? "line " + startLine : place + ", line " + startLine;
            byte[] content = pending.toByteArray();
            if (oversized) {
                String limit = "larger than " + budget.reportBytes() + " bytes, the limit of one report";
                sink.rejected(line, "too-large", line, limit, Arrays.copyOf(content, Math.min(content.length, 1_024)));
            } else {
                sink.document(line, content);
            }
        }
        pending.reset();
        balance.reset();
        header = false;
        pretty = false;
        oversized = false;
    }

    /** A whole object on one line with a bug type and nothing nested that only a body has. */
    private static boolean isHeader(byte[] bytes, int from, int to) {
        if (to - from > LONGEST_HEADER || !new JsonBalance().feed(bytes, from, to)) {
            return false;
        }
        String line = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return line.contains(new String(BUG_TYPE, StandardCharsets.ISO_8859_1))
                && !line.contains("\"threads\"")
                && !line.contains("\"usedImages\"")
                && !line.contains("\"processes\"")
                && !line.contains("\"processByPid\"");
    }

    private static boolean isBracketAlone(byte[] bytes, int size) {
        return size > 0
                && bytes[0] == '{'
                && isBlank(Arrays.copyOfRange(bytes, 1, Math.min(size, 64)), Math.min(size, 64) - 1);
    }

    private static boolean isBlank(byte[] bytes, int size) {
        for (int i = 0; i < size; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static int skipBlanks(byte[] content, int from) {
        int at = from;
        while (at < content.length && content[at] <= ' ' && content[at] >= 0) {
            at++;
        }
        return at;
    }

    private static int endOfLine(byte[] content, int from) {
        int at = from;
        while (at < content.length && content[at] != '\n') {
            at++;
        }
        return at;
    }
}
