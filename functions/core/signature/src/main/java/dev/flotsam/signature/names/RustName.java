package dev.flotsam.signature.names;

/** Rust symbols without their hash: {@code feed::load::h0123456789abcdef} is {@code feed::load}. */
public final class RustName {
    private static final int HASH_DIGITS = 16;

    private RustName() {}

    /** The name without a trailing hash. */
    public static String of(String name) {
        int hash = name.length() - HASH_DIGITS;
        if (hash < 4 || !name.startsWith("::h", hash - 3)) {
            return name;
        }
        for (int i = hash; i < name.length(); i++) {
            if (Character.digit(name.charAt(i), 16) < 0) {
                return name;
            }
        }
        return name.substring(0, hash - 3);
    }
}
