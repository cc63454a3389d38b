package dev.flotsam.triage.alert.message;

import java.util.function.IntPredicate;

/** Where runs of chars begin and end. */
final class Chars {
    private Chars() {}

    static boolean isHex(int c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiLetterOrDigit(int c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether no letter or digit stands before {@code at}. */
    static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Whether no letter or digit stands at {@code end}. */
    static boolean endsWord(String text, int end) {
        return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    /** Where the run of chars that fit ends, at most {@code limit} chars on. */
    static int run(String text, int from, int limit, IntPredicate fits) {
        int stop = (int) Math.min(text.length(), (long) from + limit);
        int end = from;
        while (end < stop && fits.test(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
