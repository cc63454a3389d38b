package dev.flotsam.memory;

import java.util.Objects;

/**
 * Why bytes were refused: said once for a whole record, never half of one.
 *
 * @param code a stable word, such as "not-jetsam" or "too-large"
 * @param where line, byte offset or JSON path
 * @param message what is wrong, with the offending value shortened
 */
public record Rejection(String code, String where, String message) {
    private static final int SHOWN = 80;

    public Rejection {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(message, "message");
    }

    /** A value of the input, short and on one line, to be shown in a message. */
    public static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "… (" + value.length() + " characters)";
    }
}
