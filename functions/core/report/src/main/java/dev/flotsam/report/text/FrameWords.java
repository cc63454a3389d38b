package dev.flotsam.report.text;

/** What follows the address on a frame line: symbol, offsets, source place, in many manners. */
final class FrameWords {
    private final String text;
    private int from;
    private int end;
    private String file = "";
    private int line;

    FrameWords(String text, int from, int end) {
        this.text = text;
        this.from = Math.min(from, end);
        this.end = end;
    }

    FrameLine read(String imageName, long address, String inlinedMark) {
        boolean inlined = takeMark(inlinedMark);
        takeSource();
        if (text.startsWith("0x", from) && from + 2 < end) {
            FrameLine loaded = loadAndOffset(imageName, address, inlined);
            if (loaded != null) {
                return loaded;
            }
        }
        int plus = plusBefore(end);
        int symbolEnd = plus < 0 ? end : plus;
        long symbolOffset = plus < 0 ? -1 : number(plus + 3, end);
        return new FrameLine(imageName, address, -1, -1, symbol(from, symbolEnd), symbolOffset, file, line, inlined);
    }

    /** 0xload + offset, and optionally (symbol + offset) or a bare symbol behind it. */
    private FrameLine loadAndOffset(String imageName, long address, boolean inlined) {
        int hexEnd = FrameLine.skipHex(text, from + 2, end);
        if (!text.startsWith(" + ", hexEnd) || hexEnd + 3 >= end) {
            return null;
        }
        long load = FrameLine.hex(text, from + 2, hexEnd);
        int offsetEnd = FrameLine.skipDigits(text, hexEnd + 3, end);
        if (offsetEnd == hexEnd + 3) {
            return null;
        }
        long offset = number(hexEnd + 3, offsetEnd);
        int at = FrameLine.skipBlanks(text, offsetEnd, end);
        int to = end;
        if (at < to && text.charAt(at) == '(' && text.charAt(to - 1) == ')') {
            at++;
            to--;
        }
        int plus = at < to ? plusBefore(at, to) : -1;
        String symbol = at < to ? symbol(at, plus < 0 ? to : plus) : "";
        long symbolOffset = plus < 0 ? -1 : number(plus + 3, to);
        return new FrameLine(imageName, address, load, offset, symbol, symbolOffset, file, line, inlined);
    }

    /** "[inlined]" at either end. */
    private boolean takeMark(String mark) {
        if (end - from >= mark.length() && text.startsWith(mark, end - mark.length())) {
            end = FrameLine.trimmed(text, from, end - mark.length());
            return true;
        }
        if (end - from >= mark.length() && text.startsWith(mark, from)) {
            from = FrameLine.skipBlanks(text, from + mark.length(), end);
            return true;
        }
        return false;
    }

    /** "(main.m:29)" at the end; the file may hold blanks, or be "<compiler-generated>". */
    private void takeSource() {
        if (end - from < 4 || text.charAt(end - 1) != ')') {
            return;
        }
        int colon = end - 2;
        while (colon > from && text.charAt(colon) >= '0' && text.charAt(colon) <= '9') {
            colon--;
        }
        int open = lastIndexOf(" (", from, colon);
        boolean hasLine = colon < end - 2 && text.charAt(colon) == ':';
        if (!hasLine || open < from || open + 2 >= colon || end - colon > 12 || closesBetween(open + 2, colon)) {
            return;
        }
        file = text.substring(open + 2, colon);
        long number = number(colon + 1, end - 1);
        line = number <= Integer.MAX_VALUE ? (int) number : 0;
        end = FrameLine.trimmed(text, from, open);
    }

    private boolean closesBetween(int open, int to) {
        return text.indexOf(')', open, to) >= 0;
    }

    /** A symbol without "(in Image)" behind it. */
    private String symbol(int start, int stop) {
        int to = FrameLine.trimmed(text, start, stop);
        if (to > start && text.charAt(to - 1) == ')') {
            int in = lastIndexOf(" (in ", start, to);
            if (in > start && text.indexOf(')', in, to) == to - 1) {
                to = in;
            }
        }
        String symbol = text.substring(Math.min(start, to), to);
        return symbol.equals("???") ? "" : symbol;
    }

    /** The last occurrence that lies wholly in a range: never looks beyond the line, so that reading stays linear. */
    private int lastIndexOf(String words, int start, int stop) {
        for (int at = stop - words.length(); at >= start; at--) {
            if (text.startsWith(words, at)) {
                return at;
            }
        }
        return -1;
    }

    private int plusBefore(int to) {
        return plusBefore(from, to);
    }

    /** Where " + 123" starts that ends at a place; −1 if nothing like it does. */
    private int plusBefore(int start, int to) {
        int at = to;
        while (at > start && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9') {
            at--;
        }
        return at < to && at - 3 >= start && text.startsWith(" + ", at - 3) ? at - 3 : -1;
    }

    /** Decimal digits; what doesn't fit 63 bits is −1. */
    private long number(int start, int stop) {
        if (stop - start > 18) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < stop; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
