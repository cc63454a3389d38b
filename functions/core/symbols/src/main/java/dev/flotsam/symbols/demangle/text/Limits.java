package dev.flotsam.symbols.demangle.text;

/**
 * The limits that keep a hostile name from costing more than an honest one. A name that breaks one is not demangled and
 * comes back as it was given; it is never shown in part.
 *
 * <p>A mangled name can repeat what it said before by a two-letter reference, so its text can grow exponentially with its
 * length, and it can nest as deep as it is long. Nothing but these numbers bounds either.
 */
public final class Limits {
    /** Longest mangled name that is read, in characters. The longest honest names (C++ templates) stay under 30,000. */
    public static final int NAME_CHARS = 1 << 16;

    /** Longest text that is written, in bytes of UTF-8. */
    public static final int TEXT_BYTES = 1 << 16;

    /**
     * Deepest nesting of a Swift name, in types within types. A level costs up to 3 KB of stack, so that a thread with
     * 512 KB is enough; the deepest name of 19,000 real ones has under 45.
     */
    public static final int SWIFT_DEPTH = 128;

    /** Deepest nesting of a C++ name, in grammar levels: about four for a template within a template, up to 1 KB each. */
    public static final int CXX_DEPTH = 384;

    /** Most nodes that are made or written for one name: the work budget. An honest name needs under 5,000. */
    public static final int STEPS = 100_000;

    /** Names within names (arguments of specializations) that are read, one inside the other. */
    public static final int NESTED_NAMES = 8;

    private Limits() {}
}
