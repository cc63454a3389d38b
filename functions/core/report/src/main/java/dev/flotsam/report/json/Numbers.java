package dev.flotsam.report.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers as reports spell them: decimal or 0x hex, signed or as 64 unsigned bits. */
public final class Numbers {
    private static final int LONGEST = 40;

    private Numbers() {}

    /** A whole number in decimal or as 0x hex; blanks around it are ignored. Values up to 2^64−1 keep their bits. */
    public static OptionalLong integer(String written) {
        if (written.length() > LONGEST) {
            return OptionalLong.empty();
        }
        String text = written.strip();
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return hex(text, 2);
        }
        boolean negative = text.startsWith("-");
        int from = negative || text.startsWith("+") ? 1 : 0;
        if (from == text.length()) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, 10)) > 0) {
                return OptionalLong.empty();
            }
            value = value * 10 + digit;
        }
        if (negative && value < 0 && value != Long.MIN_VALUE) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(negative ? -value : value);
    }

    /** Hex digits from an offset to the end of the text, at most 16 of them after leading zeros. */
    public static OptionalLong hex(String text, int from) {
        if (from >= text.length()) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || value >>> 60 != 0) {
                return OptionalLong.empty();
            }
            value = (value << 4) | digit;
        }
        return OptionalLong.of(value);
    }

    static double decimal(String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static Optional<BigDecimal> exact(String written) {
        try {
            return Optional.of(new BigDecimal(written));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
