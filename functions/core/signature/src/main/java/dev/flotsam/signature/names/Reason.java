package dev.flotsam.signature.names;

/**
 * An exception's reason without what differs from one occurrence to the next: addresses, numbers, UUIDs and quoted text
 * become {@code <…>} words, white space one blank.
 */
public final class Reason {
    private static final int UUID_LENGTH = 36;
    private static final int SHORTEST_HASH = 8;

    /** Characters read for each one kept: bounds the search for closing quotes. */
    private static final int LOOKED_AT = 8;

    private Reason() {}

    /** The normalised reason, at most {@code limit} characters. */
    public static String of(String reason, int limit) {
        StringBuilder kept = new StringBuilder();
        int length = Math.min(reason.length(), limit * LOOKED_AT);
        String text = reason.substring(0, length);
        int i = 0;
        while (i < length && kept.length() < limit) {
            char c = text.charAt(i);
            int end;
            if (isWord(c)) {
                end = wordEnd(text, i);
                kept.append(word(text, i, end));
            } else if ((c == '"' || c == '\'' || c == '“' || c == '‘') && quoteEnd(text, i) > 0) {
                end = quoteEnd(text, i);
                kept.append("<text>");
            } else {
                end = i + 1;
                appendOther(kept, c);
            }
            i = end;
        }
        return kept.substring(0, Math.min(limit, kept.length())).strip();
    }

    private static void appendOther(StringBuilder kept, char c) {
        boolean blank = Character.isWhitespace(c) || Character.isISOControl(c);
        if (!blank) {
            kept.append(c);
        } else if (kept.length() > 0 && kept.charAt(kept.length() - 1) != ' ') {
            kept.append(' ');
        }
    }

    private static int wordEnd(String text, int from) {
        if (isUuid(text, from)) {
            return from + UUID_LENGTH;
        }
        int i = from;
        while (i < text.length() && isWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String word(String text, int from, int end) {
        String word = text.substring(from, end);
        if (end - from == UUID_LENGTH && isUuid(text, from)) {
            return "<uuid>";
        }
        if (word.startsWith("0x") || word.startsWith("0X")) {
            return "<pointer>";
        }
        boolean digits = false;
        boolean hex = true;
        boolean decimal = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            digits |= digit;
            decimal &= digit;
            hex &= Character.digit(c, 16) >= 0;
        }
        if (decimal) {
            return "<number>";
        }
        return digits && hex && word.length() >= SHORTEST_HASH ? "<hex>" : word;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** After the closing quote, −1 if there is none or the quote is an apostrophe within a word. */
    private static int quoteEnd(String text, int open) {
        char quote = text.charAt(open);
        if (quote == '\'' && open > 0 && Character.isLetterOrDigit(text.charAt(open - 1))) {
            return -1;
        }
        char closing = quote == '“' ? '”' : quote == '‘' ? '’' : quote;
        int close = text.indexOf(closing, open + 1);
        return close < 0 ? -1 : close + 1;
    }

    private static boolean isUuid(String text, int from) {
        if (from + UUID_LENGTH > text.length()) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
