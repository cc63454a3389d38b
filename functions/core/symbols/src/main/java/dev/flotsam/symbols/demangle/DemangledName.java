package dev.flotsam.symbols.demangle;

import java.util.Objects;

/**
 * A name and how it was read.
 *
 * @param text the readable name; the given one, if no grammar reads it
 * @param scheme the grammar that read it
 */
public record DemangledName(String text, Scheme scheme) {
    public DemangledName {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scheme, "scheme");
    }

    /** Whether the name was mangled and could be read. Objective-C names are readable as they are: they say true too. */
    public boolean demangled() {
        return scheme != Scheme.NONE;
    }
}
