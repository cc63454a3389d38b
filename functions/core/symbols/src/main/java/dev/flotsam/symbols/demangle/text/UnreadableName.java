package dev.flotsam.symbols.demangle.text;

/**
 * This is not a name of the grammar that was tried, or it is beyond a limit. Caught where a reader is entered and turned
 * into "not demangled"; carries no stack trace, because most strings a demangler is shown are not mangled.
 */
public final class UnreadableName extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnreadableName(String message) {
        super(message, null, false, false);
    }

    /** The string is not of the grammar. */
    public static UnreadableName malformed() {
        return new UnreadableName("not a name of this grammar");
    }

    /** The string is beyond one of {@link Limits}. */
    public static UnreadableName beyondLimits() {
        return new UnreadableName("beyond the limits for names");
    }
}
