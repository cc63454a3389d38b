package dev.flotsam.signature;

import java.util.Set;

/** Tells a C++ exception's type from an Objective-C exception's name. */
final class CxxTypes {
    private static final Set<String> BUILT_IN = Set.of(
            "int",
            "unsigned int",
            "long",
            "unsigned long",
            "char",
            "bool",
            "double",
            "float",
            "char const*",
            "const char*",
            "C++ Exception",
            "cpp_exception");

    private CxxTypes() {}

    /** Whether the name is a C++ type, written plainly or mangled ({@code St13runtime_error}, {@code 7MyError}). */
    static boolean isCxx(String name) {
        return BUILT_IN.contains(name)
                || name.contains("::")
                || isMangled(name, 0)
                || (name.startsWith("St") && isMangled(name, 2))
                || (name.startsWith("N") && isMangled(name, 1));
    }

    private static boolean isMangled(String name, int lengthAt) {
        return name.length() > lengthAt + 1 && Character.isDigit(name.charAt(lengthAt));
    }
}
