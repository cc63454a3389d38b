package dev.flotsam.signature.names;

/** Steps over bracketed text in one pass. */
final class Brackets {
    private Brackets() {}

    /**
     * The place after the bracket that closes the one at {@code open}; the text's end if none does.
     *
     * <p>Round, square, curly and angle brackets nest; {@code ->} is an arrow, not a bracket.
     */
    static int after(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{', '<' -> depth++;
                case ')', ']', '}' -> depth--;
                case '>' -> depth -= i > 0 && text.charAt(i - 1) == '-' ? 0 : 1;
                default -> {}
            }
            if (depth <= 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** Where {@code word} first stands outside all brackets at or after {@code from}, −1 if nowhere. */
    static int outside(String text, String word, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith(word, i)) {
                return i;
            }
            i = c == '(' || c == '[' || c == '{' || c == '<' ? after(text, i) : i + 1;
        }
        return -1;
    }
}
