package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.UnreadableName;

/**
 * Floating point literals: the bits in hexadecimal (Itanium C++ ABI 5.1.6.2), written like C's {@code %a}: the
 * mantissa's digits without trailing zeros.
 */
final class HexFloat {
    private static final int DOUBLE_MANTISSA = 52;
    private static final int DOUBLE_BIAS = 1023;
    private static final int DOUBLE_SPECIAL = 0x7FF;
    private static final int EXTENDED_BIAS = 16383;
    private static final int EXTENDED_SPECIAL = 0x7FFF;

    private HexFloat() {}

    /** A float of 8 hexadecimal digits. */
    static String ofFloat(String digits) {
        float value = Float.intBitsToFloat((int) bits(digits));
        return ofDouble(Double.doubleToRawLongBits(value)) + "f";
    }

    /** A double of 16 hexadecimal digits. */
    static String ofDouble(String digits) {
        return ofDouble(bits(digits));
    }

    private static long bits(String digits) {
        long bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            boolean isHex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!isHex) {
                throw UnreadableName.malformed();
            }
            bits = bits << 4 | Character.digit(c, 16);
        }
        return bits;
    }

    private static String ofDouble(long bits) {
        String sign = bits < 0 ? "-" : "";
        int exponent = (int) (bits >> DOUBLE_MANTISSA) & DOUBLE_SPECIAL;
        long fraction = bits & ((1L << DOUBLE_MANTISSA) - 1);
        if (exponent == DOUBLE_SPECIAL) {
            return sign + (fraction == 0 ? "inf" : "nan");
        }
        if (exponent == 0 && fraction == 0) {
            return sign + "0x0p+0";
        }
        String lead = exponent == 0 ? "0x0" : "0x1";
        int power = exponent == 0 ? 1 - DOUBLE_BIAS : exponent - DOUBLE_BIAS;
        return sign + lead + fraction(fraction << 12) + power(power);
    }

    /** An x87 long double of 20 hexadecimal digits; its leading digit is the mantissa's first four bits. */
    static String ofLongDouble(String digits) {
        int head = (int) bits(digits.substring(0, 4));
        long mantissa = bits(digits.substring(4));
        String sign = (head & 0x8000) != 0 ? "-" : "";
        int exponent = head & EXTENDED_SPECIAL;
        if (exponent == EXTENDED_SPECIAL) {
            return sign + (mantissa << 1 == 0 ? "inf" : "nan") + "L";
        }
        if (exponent == 0 && mantissa == 0) {
            return sign + "0x0p+0L";
        }
        int power = Math.max(exponent, 1) - EXTENDED_BIAS - 3;
        return sign + "0x" + Long.toHexString(mantissa >>> 60) + fraction(mantissa << 4) + power(power) + "L";
    }

    /** The digits after the point, from the topmost four bits down. */
    private static String fraction(long bits) {
        StringBuilder digits = new StringBuilder();
        for (long rest = bits; rest != 0; rest <<= 4) {
            digits.append(digits.isEmpty() ? "." : "").append(Character.forDigit((int) (rest >>> 60), 16));
        }
        return digits.toString();
    }

    private static String power(int exponent) {
        return (exponent < 0 ? "p" : "p+") + exponent;
    }
}
