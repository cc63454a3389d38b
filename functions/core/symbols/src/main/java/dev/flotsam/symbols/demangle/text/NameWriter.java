package dev.flotsam.symbols.demangle.text;

import java.nio.charset.StandardCharsets;

/** Text of a name while it is written: a string builder that refuses to pass {@link Limits#TEXT_BYTES}. */
public final class NameWriter {
    private final StringBuilder text = new StringBuilder(128);

    public NameWriter append(String part) {
        text.append(part);
        return checked();
    }

    public NameWriter append(String whole, int from, int to) {
        text.append(whole, from, to);
        return checked();
    }

    public NameWriter append(char c) {
        text.append(c);
        return checked();
    }

    public NameWriter append(long number) {
        text.append(number);
        return checked();
    }

    private NameWriter checked() {
        if (text.length() > Limits.TEXT_BYTES) {
            throw UnreadableName.beyondLimits();
        }
        return this;
    }

    /** Characters written so far. */
    public int length() {
        return text.length();
    }

    /** Takes back everything after the first {@code length} characters. */
    public void truncate(int length) {
        text.setLength(length);
    }

    /** The last character written, or NUL if there is none. */
    public char last() {
        return text.isEmpty() ? '\0' : text.charAt(text.length() - 1);
    }

    /**
     * The finished text.
     *
     * @throws UnreadableName if it is longer than {@link Limits#TEXT_BYTES} in UTF-8
     */
    public String finish() {
        String finished = text.toString();
        if (3L * finished.length() > Limits.TEXT_BYTES
                && finished.getBytes(StandardCharsets.UTF_8).length > Limits.TEXT_BYTES) {
            throw UnreadableName.beyondLimits();
        }
        return finished;
    }
}
