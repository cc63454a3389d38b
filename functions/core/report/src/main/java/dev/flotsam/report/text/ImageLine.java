package dev.flotsam.report.text;

import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.draft.Architecture;
import dev.flotsam.report.draft.Uuids;

/**
 * One line of "Binary Images:".
 *
 * <pre>
 * 0x100228000 - 0x10025bfff +App Name arm64  &lt;uuid&gt; /path      iOS, KSCrash, PLCrashReporter
 * 0x1062c9000 - 0x1062ccfff  com.example.Name (1.0 - 1) &lt;uuid&gt; /path   macOS
 * </pre>
 */
final class ImageLine {
    private ImageLine() {}

    /** Reads a line; null when it isn't an image's. */
    static BinaryImage parse(String text, int start, int end) {
        int at = FrameLine.skipBlanks(text, start, end);
        at += at < end && text.charAt(at) == '*' ? 1 : 0;
        if (!text.startsWith("0x", at)) {
            return null;
        }
        int baseEnd = FrameLine.skipHex(text, at + 2, end);
        int dash = FrameLine.skipBlanks(text, baseEnd, end);
        if (baseEnd == at + 2 || dash >= end || text.charAt(dash) != '-') {
            return null;
        }
        long base = FrameLine.hex(text, at + 2, baseEnd);
        int lastAt = FrameLine.skipBlanks(text, dash + 1, end);
        int lastEnd = lastAt;
        long last = base - 1;
        if (text.startsWith("0x", lastAt)) {
            lastEnd = FrameLine.skipHex(text, lastAt + 2, end);
            last = FrameLine.hex(text, lastAt + 2, lastEnd);
        } else if (text.startsWith("???", lastAt)) {
            lastEnd = lastAt + 3;
        }
        long size = Long.compareUnsigned(last, base) < 0 ? 0 : last - base + 1;
        return named(text, FrameLine.skipBlanks(text, lastEnd, end), end, base, size);
    }

    private static BinaryImage named(String text, int from, int end, long base, long size) {
        int at = from;
        if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '*')) {
            at++;
        }
        int open = uuidColumn(text, at, end);
        int close = open < 0 ? -1 : text.indexOf('>', open, end);
        String uuid = open < 0 ? "" : Uuids.ofImage(text.substring(open + 1, close));
        int namesEnd = open >= 0 ? open : pathColumn(text, at, end);
        int pathAt = FrameLine.skipBlanks(text, open >= 0 ? close + 1 : namesEnd, end);
        String path = text.substring(Math.min(pathAt, end), FrameLine.trimmed(text, Math.min(pathAt, end), end));
        return words(text.substring(at, FrameLine.trimmed(text, at, namesEnd)), uuid, base, size, path);
    }

    /** name [arch] [(version)] */
    private static BinaryImage words(String words, String uuid, long base, long size, String path) {
        String name = words;
        String version = "";
        if (name.endsWith(")")) {
            int open = versionColumn(name);
            if (open >= 0) {
                version = name.substring(open + 1, name.length() - 1);
                name = name.substring(0, open).strip();
            }
        }
        String architecture = "";
        int blank = name.lastIndexOf(' ');
        if (blank > 0 && Architecture.isName(name.substring(blank + 1))) {
            architecture = Architecture.ofWords(name.substring(blank + 1));
            name = name.substring(0, blank).strip();
        }
        boolean unknown = name.equals("???");
        return new BinaryImage(
                unknown ? "" : name,
                uuid,
                architecture.equals("unknown-arch") ? "" : architecture,
                base,
                size,
                path,
                version.equals("*") ? "" : version);
    }

    /** Where the bracket opens that the last one closes. */
    private static int versionColumn(String name) {
        int depth = 0;
        for (int i = name.length() - 1; i > 0; i--) {
            char c = name.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth == 0) {
                return name.charAt(i - 1) == ' ' ? i : -1;
            }
        }
        return -1;
    }

    private static int uuidColumn(String text, int from, int end) {
        for (int open = text.indexOf('<', from, end); open >= 0; open = text.indexOf('<', open + 1, end)) {
            int close = FrameLine.skipHex(text, open + 1, end);
            while (close < end && (text.charAt(close) == '-' || Character.digit(text.charAt(close), 16) >= 0)) {
                close++;
            }
            if (close < end && text.charAt(close) == '>' && close > open + 1) {
                return open;
            }
        }
        return -1;
    }

    private static int pathColumn(String text, int from, int end) {
        int slash = text.indexOf(" /", from, end);
        return slash < 0 ? end : slash;
    }
}
