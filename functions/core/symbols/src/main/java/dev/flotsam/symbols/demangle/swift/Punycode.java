package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Identifiers outside ASCII: Punycode (RFC 3492) with Swift's changes: '_' instead of '-' as the delimiter, digits
 * {@code a–z A–J}, and ASCII characters an identifier can't hold mapped to U+D800 plus the character
 * ("identifiers" in swiftlang/swift docs/ABI/Mangling.rst).
 */
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int INITIAL_BIAS = 72;
    private static final int INITIAL_N = 128;
    private static final int LONGEST = 1 << 12;
    private static final int ESCAPED_ASCII = 0xD800;

    private Punycode() {}

    static String decode(String encoded) {
        if (encoded.length() > LONGEST) {
            throw UnreadableName.beyondLimits();
        }
        int[] points = new int[encoded.length() + 1];
        int size = 0;
        int delimiter = encoded.lastIndexOf('_');
        for (int i = 0; i < delimiter; i++) {
            points[size++] = encoded.charAt(i);
        }
        long n = INITIAL_N;
        long position = 0;
        int bias = INITIAL_BIAS;
        int at = delimiter + 1;
        while (at < encoded.length()) {
            long before = position;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                if (at >= encoded.length()) {
                    throw UnreadableName.malformed();
                }
                int digit = digit(encoded.charAt(at++));
                position += digit * weight;
                int threshold = k <= bias ? T_MIN : Math.min(k - bias, T_MAX);
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
                if (position > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
                    throw UnreadableName.malformed();
                }
            }
            bias = adapt(position - before, size + 1, before == 0);
            n += position / (size + 1);
            position %= size + 1;
            if (n > Character.MAX_CODE_POINT) {
                throw UnreadableName.malformed();
            }
            System.arraycopy(points, (int) position, points, (int) position + 1, size - (int) position);
            points[(int) position++] = (int) n;
            size++;
        }
        return text(points, size);
    }

    private static String text(int[] points, int size) {
        StringBuilder text = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            int point = points[i];
            text.appendCodePoint(
                    point >= ESCAPED_ASCII && point < ESCAPED_ASCII + 0x80 ? point - ESCAPED_ASCII : point);
        }
        return text.toString();
    }

    private static int digit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= 'A' && c <= 'J') {
            return c - 'A' + 26;
        }
        throw UnreadableName.malformed();
    }

    private static int adapt(long delta, int points, boolean first) {
        long scaled = first ? delta / DAMP : delta / 2;
        scaled += scaled / points;
        int k = 0;
        while (scaled > (BASE - T_MIN) * T_MAX / 2) {
            scaled /= BASE - T_MIN;
            k += BASE;
        }
        return (int) (k + (BASE - T_MIN + 1) * scaled / (scaled + SKEW));
    }
}
