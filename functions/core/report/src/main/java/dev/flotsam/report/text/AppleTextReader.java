package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.Format;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.ReadResult;
import dev.flotsam.report.draft.ImageMap;
import dev.flotsam.report.draft.ReportDraft;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads Apple crash text in one pass. Safe for use by several threads. */
public final class AppleTextReader {
    /** Bytes as text: UTF-16 by its byte order mark, else UTF-8. */
    public static String decode(byte[] bytes, int from, int to) {
        int size = to - from;
        if (isWide(bytes, from, to)) {
            return StandardCharsets.UTF_16
                    .decode(ByteBuffer.wrap(bytes, from, size))
                    .toString();
        }
        boolean marked = size >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        int start = marked ? from + 3 : from;
        return new String(bytes, start, to - start, StandardCharsets.UTF_8);
    }

    /** Whether the bytes start with the mark of UTF-16. */
    public static boolean isWide(byte[] bytes, int from, int to) {
        return to - from >= 2
                && (bytes[from] == (byte) 0xFF || bytes[from] == (byte) 0xFE)
                && (bytes[from] ^ bytes[from + 1]) == 1;
    }

    /**
     * Reads a report. A text without any exception, termination or stack is rejected: there is nothing to triage.
     *
     * @param text decoded text
     */
    public ReadResult read(String text) {
        return read(text, new ReportDraft(Format.APPLE_TEXT));
    }

    /** Reads a report into a draft that may already hold facts of a header above the text. */
    public ReadResult read(String text, ReportDraft draft) {
        TextLines lines = new TextLines(text);
        new TextParts(lines, draft).read();
        if (!draft.hasFacts()) {
            return new ReadResult.Rejected(
                    "no-facts",
                    "line " + lines.number(),
                    "the text ends without an exception, a termination or a stack frame");
        }
        return new ReadResult.Parsed(draft.finish());
    }

    /** Reads the frames of a backtrace that another format carries as text. */
    public static List<Frame> backtrace(String text, ImageMap images) {
        TextLines lines = new TextLines(text);
        List<Frame> frames = new ArrayList<>();
        while (lines.advance()) {
            FrameLine frame = FrameLine.parse(lines.text(), lines.start(), lines.end());
            if (frame != null) {
                frames.add(frame.resolve(images));
            }
        }
        return frames;
    }
}
