package dev.flotsam.triage.examine;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Symbols for one stack: an image that has none is asked for once, not once a frame. Stores don't remember what they lack,
 * for a dSYM may arrive at any moment; within one report it is one answer.
 */
final class AskedOnce implements SymbolSource {
    private final SymbolSource symbols;
    private final Set<ImageId> missing = new HashSet<>();
    private final Set<ImageId> malformed = new HashSet<>();

    AskedOnce(SymbolSource symbols) {
        this.symbols = symbols;
    }

    @Override
    public Lookup lookup(ImageId image, long offset) {
        if (missing.contains(image)) {
            return new Lookup.DsymMissing(image);
        }
        Lookup found = symbols.lookup(image, offset);
        if (found instanceof Lookup.DsymMissing) {
            missing.add(image);
        } else if (found instanceof Lookup.Malformed) {
            malformed.add(image);
        }
        return found;
    }

    /** Images asked for that have no symbols, or none that can be read. */
    Set<ImageId> awaited() {
        Set<ImageId> awaited = new HashSet<>(missing);
        awaited.addAll(malformed);
        return awaited;
    }
}
