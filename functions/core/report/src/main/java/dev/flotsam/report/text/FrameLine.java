package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.draft.ImageMap;
import java.util.Optional;

/**
 * One line of a backtrace, before the images are known (they come last in the text).
 *
 * <pre>
 * 3   UIKit   0x31634518 -[UITableView _select] + 660                      symbol + offset
 * 3   UIKit   0x31634518 0x315e0000 + 345368                               load + offset
 * 3   UIKit   0x31634518 0x315e0000 + 345368 (-[UITableView _select] + 660) both
 * 3   App     0x00116486 App + 144518                                      image + offset
 * 3   App     0x1062ccb87 main (in App) (main.m:29) [inlined]              as symbolicators write
 * </pre>
 *
 * @param imageName empty for "???"
 * @param address as written
 * @param load the image's load address, −1 if the line doesn't say
 * @param offset bytes from the load address, −1 if the line doesn't say
 */
record FrameLine(
        String imageName,
        long address,
        long load,
        long offset,
        String symbol,
        long symbolOffset,
        String file,
        int line,
        boolean inlined) {

    private static final String INLINED = "[inlined]";

    /** Reads a line; null when it is no frame, so that the hot path allocates nothing for it. */
    static FrameLine parse(String text, int start, int end) {
        int at = skipDigits(text, start, end);
        if (at == start || at == end || text.charAt(at) > ' ') {
            return null;
        }
        int nameAt = skipBlanks(text, at, end);
        int addressAt = addressColumn(text, at, end);
        if (addressAt < 0) {
            return null;
        }
        int addressEnd = skipHex(text, addressAt + 2, end);
        int nameEnd = trimmed(text, Math.min(nameAt, addressAt), addressAt);
        String name = nameAt >= addressAt ? "" : text.substring(nameAt, nameEnd);
        FrameWords words = new FrameWords(text, skipBlanks(text, addressEnd, end), trimmed(text, addressEnd, end));
        return words.read(name.equals("???") ? "" : name, hex(text, addressAt + 2, addressEnd), INLINED);
    }

    /** The frame, now that the images are known. */
    Frame resolve(ImageMap images) {
        Optional<Long> loaded = load < 0 ? Optional.empty() : Optional.of(load);
        Frame frame = images.frame(address, imageName, loaded, symbol, symbolOffset, file, line, inlined);
        // "App + 144518": the words name the image, and the offset is one from its start, not a function's.
        boolean namesImage = !symbol.isEmpty() && symbol.equals(imageName) && !symbol.equals("main");
        if (namesImage && (frame.offset() < 0 || frame.offset() == symbolOffset)) {
            return new Frame(frame.image(), imageName, frame.address(), symbolOffset, "", -1, file, line, inlined);
        }
        return frame;
    }

    /** Where "0x" and hex digits start behind a blank: image names may hold blanks and digits. */
    private static int addressColumn(String text, int from, int end) {
        int at = from;
        while (true) {
            at = text.indexOf("0x", at, end);
            if (at < 0 || at + 2 >= end) {
                return -1;
            }
            int hexEnd = skipHex(text, at + 2, end);
            boolean closed = hexEnd == end || text.charAt(hexEnd) <= ' ';
            if (hexEnd > at + 2 && closed && text.charAt(at - 1) <= ' ') {
                return at;
            }
            at = Math.max(hexEnd, at + 2);
        }
    }

    static int skipDigits(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    static int skipHex(String text, int from, int end) {
        int at = from;
        while (at < end && digit(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    static int skipBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** The end of a range without the blanks at its end. */
    static int trimmed(String text, int from, int end) {
        int at = end;
        while (at > from && text.charAt(at - 1) <= ' ') {
            at--;
        }
        return at;
    }

    /** Hex digits; of more than 16 the last 16 count. */
    static long hex(String text, int from, int end) {
        long value = 0;
        for (int i = from; i < end; i++) {
            value = (value << 4) | digit(text.charAt(i));
        }
        return value;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
