package dev.flotsam.report.text;

/**
 * One line of a call graph, as sample, spindump and the resource reports print it.
 *
 * <pre>
 *     + 2433 main  (in Slack) + 294  [0x10e3817e6]  electron_main.cc:276        sample
 *       2672 ???  (in Test)  load address 0x103245000 + 0x3eb0  [0x103248eb0]   sample, no symbol
 *   1000  start + 462 (dyld + 21790) [0x113f6c51e]                              spindump
 *    *12  ipc_mqueue_receive_continue + 0 (kernel + 335600) [0xffffff80…]       spindump, kernel
 * </pre>
 *
 * @param column where the count starts: deeper frames are further right
 * @param samples how often the frame was seen
 * @param words start of what follows the count
 */
record SampleLine(int column, long samples, int words, int end) {
    private static final int LONGEST_COUNT = 12;

    /** Reads a line; null when it isn't one of a call graph. */
    static SampleLine parse(String text, int start, int end) {
        int at = start;
        while (at < end && isRail(text.charAt(at))) {
            at++;
        }
        int digits = FrameLine.skipDigits(text, at, end);
        boolean counted = digits > at && digits - at <= LONGEST_COUNT && digits < end && text.charAt(digits) == ' ';
        if (!counted) {
            return null;
        }
        int words = FrameLine.skipBlanks(text, digits, end);
        return words == end ? null : new SampleLine(at - start, Long.parseLong(text, at, digits, 10), words, end);
    }

    private static boolean isRail(char c) {
        return c == ' ' || c == '+' || c == '!' || c == ':' || c == '|' || c == '*' || c == '\t';
    }

    /** The frame the line names; null when it has no address. */
    FrameLine frame(String text) {
        int open = lastIndexOf(text, "[0x", words, end);
        if (open < 0) {
            return null;
        }
        int hexEnd = FrameLine.skipHex(text, open + 3, end);
        long address = FrameLine.hex(text, open + 3, hexEnd);
        int namesEnd = FrameLine.trimmed(text, words, open);
        String[] source = source(text.substring(Math.min(hexEnd + 1, end), end).strip());
        int line = source[1].isEmpty() ? 0 : Integer.parseInt(source[1]);
        int in = lastIndexOf(text, "(in ", words, namesEnd);
        if (in >= 0) {
            return inImage(text, in, namesEnd, address, source[0], line);
        }
        return withImage(text, namesEnd, address, source[0], line);
    }

    /** symbol  (in Image) + 12, or load address 0x… + 0x… */
    private FrameLine inImage(String text, int in, int namesEnd, long address, String file, int line) {
        int close = text.indexOf(')', in, namesEnd);
        String image = close < 0 ? "" : text.substring(in + 4, close);
        String symbol = text.substring(words, FrameLine.trimmed(text, words, in));
        String rest = close < 0 ? "" : text.substring(close + 1, namesEnd).strip();
        boolean load = rest.startsWith("load address 0x");
        long loaded = -1;
        if (load) {
            int from = "load address 0x".length();
            loaded = FrameLine.hex(rest, from, FrameLine.skipHex(rest, from, rest.length()));
        }
        long offset = rest.startsWith("+ ") ? decimal(rest.substring(2)) : -1;
        boolean unknown = symbol.equals("???");
        return new FrameLine(
                image, address, loaded, -1, unknown ? "" : symbol, unknown ? -1 : offset, file, line, false);
    }

    /** symbol + 12 (Image + 34) */
    private FrameLine withImage(String text, int namesEnd, long address, String file, int line) {
        int open = lastIndexOf(text, "(", words, namesEnd);
        boolean closed = open >= 0 && text.charAt(namesEnd - 1) == ')';
        String inside = closed ? text.substring(open + 1, namesEnd - 1) : "";
        int plus = inside.lastIndexOf(" + ");
        String image = plus < 0 ? inside : inside.substring(0, plus);
        int symbolEnd = FrameLine.trimmed(text, words, closed ? open : namesEnd);
        String symbol = text.substring(words, Math.max(words, symbolEnd));
        int symbolPlus = symbol.lastIndexOf(" + ");
        long symbolOffset = symbolPlus < 0 ? -1 : decimal(symbol.substring(symbolPlus + 3));
        String name = symbolOffset < 0 ? symbol : symbol.substring(0, symbolPlus);
        return new FrameLine(image, address, -1, -1, name.equals("???") ? "" : name, symbolOffset, file, line, false);
    }

    private static long decimal(String digits) {
        int end = FrameLine.skipDigits(digits, 0, digits.length());
        return end == 0 || end > 18 ? -1 : Long.parseLong(digits, 0, end, 10);
    }

    /** "electron_main.cc:276" */
    private static String[] source(String words) {
        int colon = words.lastIndexOf(':');
        int end = FrameLine.skipDigits(words, colon + 1, words.length());
        boolean placed = colon > 0 && end == words.length() && end > colon + 1 && end - colon <= 10;
        return placed ? new String[] {words.substring(0, colon), words.substring(colon + 1)} : new String[] {"", ""};
    }

    private static int lastIndexOf(String text, String words, int from, int to) {
        for (int at = to - words.length(); at >= from; at--) {
            if (text.startsWith(words, at)) {
                return at;
            }
        }
        return -1;
    }
}
