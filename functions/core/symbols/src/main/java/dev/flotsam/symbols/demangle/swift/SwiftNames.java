package dev.flotsam.symbols.demangle.swift;

import dev.flotsam.symbols.demangle.text.Limits;
import dev.flotsam.symbols.demangle.text.UnreadableName;

/** Names of the Swift compiler, new and old: where this package is entered. Pure functions. */
public final class SwiftNames {
    private SwiftNames() {}

    /** Starts like a name that one of the grammars reads. */
    public static boolean isSwift(String name) {
        return SwiftParser.prefixLength(name) > 0 || name.startsWith("_T");
    }

    /**
     * The name as {@code swift-demangle} prints it.
     *
     * @throws UnreadableName if it is not a Swift name or is beyond {@link Limits}
     */
    public static String full(String name) {
        return full(name, Limits.NESTED_NAMES);
    }

    private static String full(String name, int nesting) {
        return SwiftPrinter.print(parse(name), true, nested -> nested(nested, nesting - 1));
    }

    /** A name that is an argument of a specialization; itself, if it is no Swift name. */
    private static String nested(String name, int nesting) {
        if (nesting <= 0 || !isSwift(name)) {
            return name;
        }
        try {
            return full(name, nesting);
        } catch (UnreadableName notSwift) {
            return name;
        }
    }

    /**
     * The name as {@code swift-demangle --simplified} and crash logs print it.
     *
     * @throws UnreadableName if it is not a Swift name or is beyond {@link Limits}
     */
    public static String simplified(String name) {
        return SwiftPrinter.print(parse(name), false, nested -> nested);
    }

    /**
     * Type and function only, for signatures: see {@link BaseName}.
     *
     * @throws UnreadableName if it is not a Swift name or is beyond {@link Limits}
     */
    public static String base(String name) {
        return BaseName.of(parse(name));
    }

    private static Node parse(String name) {
        if (SwiftParser.prefixLength(name) > 0) {
            return SwiftParser.parse(name);
        }
        return OldParser.parse(name);
    }
}
