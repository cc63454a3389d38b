package dev.flotsam.triage.alert.message;

/**
 * Text as Slack takes it. Ampersands and angle brackets start markup such as {@code <!channel>} and links; they are
 * escaped (docs.slack.dev, "Formatting message text"). What else would format is kept inside code, where Slack formats
 * nothing.
 */
final class SlackText {
    /** Slack's limit for a text object of a section. */
    static final int SECTION_LIMIT = 3_000;

    /** Slack's limit for one of a section's fields. */
    static final int FIELD_LIMIT = 2_000;

    /** Slack's limit for a header. */
    static final int HEADER_LIMIT = 150;

    private static final char GRAVE_LOOKALIKE = 'ˋ';

    private SlackText() {}

    /** {@code text} escaped, at most {@code limit} chars afterwards; an entity or surrogate pair is never cut. */
    static String escape(String text, int limit) {
        StringBuilder escaped = new StringBuilder(Math.min(text.length() + 16, limit));
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            String piece = escape(point);
            boolean last = i == text.length();
            if (escaped.length() + piece.length() > (last ? limit : limit - 1)) {
                return escaped.append('…').toString();
            }
            escaped.append(piece);
        }
        return escaped.toString();
    }

    /** {@code text} as inline code, at most {@code limit} chars. */
    static String code(String text, int limit) {
        String line = text.isBlank() ? "?" : text.replace('\n', ' ').strip();
        return "`" + escape(line.replace('`', GRAVE_LOOKALIKE), limit - 2) + "`";
    }

    /** Lines as a code block, as many as fit into {@code limit} chars. */
    static String block(Iterable<String> lines, int limit) {
        StringBuilder block = new StringBuilder("```\n");
        for (String line : lines) {
            String clean = escape(line.replace('`', GRAVE_LOOKALIKE).replace('\n', ' '), 400);
            if (block.length() + clean.length() + 4 > limit) {
                break;
            }
            block.append(clean).append('\n');
        }
        return block.append("```").toString();
    }

    private static String escape(int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
        };
    }
}
