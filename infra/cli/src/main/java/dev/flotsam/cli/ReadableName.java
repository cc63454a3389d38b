package dev.flotsam.cli;

import dev.flotsam.symbols.demangle.Demangler;
import dev.flotsam.symbols.demangle.Style;

/** The name of a function as people read it. */
final class ReadableName {
    private ReadableName() {}

    static String of(String linkageName) {
        return Demangler.demangle(linkageName, Style.FULL);
    }
}
