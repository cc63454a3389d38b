package dev.flotsam.triage;

/** Bounds on text that came from a report. */
public final class Text {
    private Text() {}

    /** {@code text} cut to {@code limit} chars with an ellipsis, never inside a surrogate pair. */
    public static String shorten(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** {@code text} cut so that its UTF-8 form has at most {@code limit} bytes, control characters made spaces. */
    public static String bound(String text, int limit) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), limit));
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            int clean = isPrintable(point) ? point : ' ';
            bytes += utf8Length(clean);
            if (bytes > limit) {
                break;
            }
            kept.appendCodePoint(clean);
        }
        return kept.toString();
    }

    private static boolean isPrintable(int point) {
        boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !Character.isISOControl(point) && !loneSurrogate;
    }

    private static int utf8Length(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }
}
