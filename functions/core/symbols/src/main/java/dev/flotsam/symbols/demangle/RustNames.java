package dev.flotsam.symbols.demangle;

/**
 * Rust's legacy names: C++ nested names whose last part is a hash, with escapes for what C++ names can't hold (behaviour
 * of rust-lang/rustc-demangle src/legacy.rs).
 */
final class RustNames {
    private static final int HASH_DIGITS = 16;
    private static final String HASH = "::h";
    private static final String MANGLED_HASH = "17h";
    /** A hash has at least so many different digits; a C++ function named like one hasn't. */
    private static final int DISTINCT_DIGITS = 5;

    private RustNames() {}

    /** Whether a mangled C++ name ends with Rust's hash: {@code 17h}, 16 digits, {@code E}, perhaps an optimizer's suffix. */
    static boolean isLegacy(String mangled) {
        int dot = mangled.indexOf('.');
        int end = (dot < 0 ? mangled.length() : dot) - 1;
        int start = end - HASH_DIGITS;
        if (start < MANGLED_HASH.length()
                || mangled.charAt(end) != 'E'
                || !mangled.startsWith(MANGLED_HASH, start - MANGLED_HASH.length())) {
            return false;
        }
        int seen = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(mangled.charAt(i), 16);
            if (digit < 0 || Character.isUpperCase(mangled.charAt(i))) {
                return false;
            }
            seen |= 1 << digit;
        }
        return Integer.bitCount(seen) >= DISTINCT_DIGITS;
    }

    /** What C++ reads, without hash and suffix, escapes undone. */
    static String readable(String read) {
        String path = read.substring(0, read.lastIndexOf(HASH));
        StringBuilder readable = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); ) {
            i = path.charAt(i) == '$' ? escape(path, i, readable) : plain(path, i, readable);
        }
        return readable.toString();
    }

    private static int plain(String path, int at, StringBuilder out) {
        if (path.startsWith("..", at)) {
            out.append("::");
            return at + 2;
        }
        boolean hidesEscape = path.startsWith("_$", at) && (at == 0 || path.startsWith("::", at - 2));
        if (!hidesEscape) {
            out.append(path.charAt(at));
        }
        return at + 1;
    }

    /** {@code $LT$}, {@code $u7b$} …; returns where reading goes on. */
    private static int escape(String path, int at, StringBuilder out) {
        int end = path.indexOf('$', at + 1);
        String text = end < 0 ? "" : unescaped(path.substring(at + 1, end));
        if (text.isEmpty()) {
            out.append('$');
            return at + 1;
        }
        out.append(text);
        return end + 1;
    }

    private static String unescaped(String code) {
        return switch (code) {
            case "SP" -> "@";
            case "BP" -> "*";
            case "RF" -> "&";
            case "LT" -> "<";
            case "GT" -> ">";
            case "LP" -> "(";
            case "RP" -> ")";
            case "C" -> ",";
            default -> character(code);
        };
    }

    private static String character(String code) {
        if (code.length() < 2 || code.length() > 7 || code.charAt(0) != 'u') {
            return "";
        }
        int point = 0;
        for (int i = 1; i < code.length(); i++) {
            int digit = Character.digit(code.charAt(i), 16);
            if (digit < 0) {
                return "";
            }
            point = point * 16 + digit;
        }
        boolean printable = Character.isValidCodePoint(point) && !Character.isISOControl(point);
        return printable ? Character.toString(point) : "";
    }
}
