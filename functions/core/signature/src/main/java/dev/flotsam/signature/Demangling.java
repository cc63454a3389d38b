package dev.flotsam.signature;

import java.util.function.UnaryOperator;

/**
 * Asks the demangler about names that look mangled, and takes its answer if it has one.
 *
 * @param demangler mangled to readable; an unknown name comes back unchanged
 */
record Demangling(UnaryOperator<String> demangler) implements UnaryOperator<String> {

    @Override
    public String apply(String name) {
        if (!isMangled(name)) {
            return name;
        }
        String readable = demangler.apply(name);
        return readable == null || readable.isEmpty() ? name : readable;
    }

    /** Swift ($s, $S, $e, _T0, _T), Swift macros, and Itanium C++ (_Z), each with the linker's underscores. */
    private static boolean isMangled(String name) {
        int start = 0;
        while (start < name.length() && start < 4 && name.charAt(start) == '_') {
            start++;
        }
        return name.startsWith("$s", start)
                || name.startsWith("$S", start)
                || name.startsWith("$e", start)
                || name.startsWith("@__swiftmacro_", start)
                || (start > 0 && (name.startsWith("Z", start) || name.startsWith("T", start)));
    }
}
