package dev.flotsam.report.text;

/** Addresses in hex. */
final class TextHex {
    private TextHex() {}

    /** Appends 0x and at least so many digits. */
    static StringBuilder append(StringBuilder out, long value, int digits) {
        String hex = Long.toHexString(value);
        return out.append("0x").repeat('0', Math.max(0, digits - hex.length())).append(hex);
    }
}
