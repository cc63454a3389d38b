package dev.flotsam.symbols.demangle.itanium;

import dev.flotsam.symbols.demangle.text.UnreadableName;
import java.nio.charset.StandardCharsets;

/**
 * Names of C++ compilers that follow the Itanium ABI: where this package is entered. Pure functions. The oracle is
 * {@code llvm-cxxfilt}.
 *
 * <pre>
 * mangled-name ::= '_'? '_Z' encoding ('.' suffix)? | '_'? '___Z' encoding '_block_invoke' ('_'? number)? ('.' suffix)?
 * </pre>
 */
public final class ItaniumNames {
    private static final String BLOCK = "_block_invoke";

    private ItaniumNames() {}

    /** Starts like a name of this grammar, with or without Mach-O's leading underscore. */
    public static boolean isItanium(String name) {
        return name.startsWith("_Z") || name.startsWith("__Z") || isBlock(name);
    }

    private static boolean isBlock(String name) {
        return name.startsWith("___Z") || name.startsWith("____Z");
    }

    /**
     * The name with its type, as {@code llvm-cxxfilt} prints it.
     *
     * @throws UnreadableName if it is not a C++ name or is beyond the limits
     */
    public static String full(String name) {
        return write(name, false, false);
    }

    /**
     * The name without result and parameters, as {@code llvm-cxxfilt --no-params} prints it.
     *
     * @throws UnreadableName if it is not a C++ name or is beyond the limits
     */
    public static String withoutParameters(String name) {
        return write(name, true, false);
    }

    /**
     * The name without result, parameters, template arguments, ABI tags and the standard library's inline namespaces;
     * lambdas without their number; thunks, tables and blocks under the name of what they are for.
     *
     * @throws UnreadableName if it is not a C++ name or is beyond the limits
     */
    public static String base(String name) {
        return write(name, true, true);
    }

    private static String write(String name, boolean nameOnly, boolean base) {
        boolean ascii = isAscii(name);
        CxxNode tree = parse(ascii ? name : asBytes(name), nameOnly);
        CxxWriter writer = new CxxWriter();
        if (base) {
            writer.base(tree);
        } else {
            writer.print(tree);
        }
        String text = writer.out.finish();
        return ascii ? text : asText(text);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Lengths in names count bytes of UTF-8: a string of one char per byte. */
    private static String asBytes(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String asText(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static CxxNode parse(String name, boolean nameOnly) {
        if (isBlock(name)) {
            return block(name);
        }
        int prefix = name.indexOf("_Z");
        if (prefix < 0 || prefix > 1) {
            throw UnreadableName.malformed();
        }
        CxxReading reading = new CxxReading(name, prefix + 2);
        CxxNode encoding = reading.encodings.encoding(nameOnly);
        if (reading.look() == '.') {
            encoding = new CxxSpecials.DotSuffix(encoding, reading.rest());
        }
        requireEnd(reading);
        return encoding;
    }

    private static CxxNode block(String name) {
        CxxReading reading = new CxxReading(name, name.indexOf('Z') + 1);
        CxxNode encoding = reading.encodings.encoding();
        if (!reading.took(BLOCK)) {
            throw UnreadableName.malformed();
        }
        boolean numbered = reading.took('_');
        if (reading.number(false).isEmpty() && numbered) {
            throw UnreadableName.malformed();
        }
        if (reading.look() == '.') {
            reading.rest();
        }
        requireEnd(reading);
        return new CxxSpecials.Special("invocation function for block in ", encoding);
    }

    private static void requireEnd(CxxReading reading) {
        if (!reading.atEnd()) {
            throw UnreadableName.malformed();
        }
    }
}
