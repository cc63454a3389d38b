package dev.flotsam.symbols;

import java.util.Optional;

/**
 * One function at an address. Inlining makes several of one address.
 *
 * @param function the name to show; the linkage name until a demangler {@link #withFunction replaces} it; empty if the
 *     debug information names nothing here
 * @param linkageName the name the linker saw, without Mach-O's leading underscore
 * @param file the source path as compiled, if the address has a line
 * @param line 1-based; 0 if the compiler assigned none
 * @param inlined whether this function's body was copied into the next frame's
 */
public record Frame(String function, String linkageName, Optional<String> file, long line, boolean inlined) {

    /** The same frame under another name to show. */
    public Frame withFunction(String shown) {
        return new Frame(shown, linkageName, file, line, inlined);
    }

    /**
     * Whether the name is one the App Store's bitcode compiler put in a symbol's place ({@code __hidden#N_}). It differs
     * from build to build: never sign on it.
     */
    public boolean isPlaceholder() {
        return isPlaceholder(linkageName);
    }

    /** See {@link #isPlaceholder()}; also takes a name that still has its leading underscore. */
    public static boolean isPlaceholder(String name) {
        return name.startsWith("_hidden#") || name.startsWith("__hidden#") || name.startsWith("___hidden#");
    }
}
