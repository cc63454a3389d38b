package dev.flotsam.triage.examine;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Symbols for one stack: an image that has none is asked for once, not once a frame. Stores don't remember what they lack,
 * for a dSYM may arrive at any moment; within one report it is one answer. Where bitcode hides a name, better symbols are
 * looked for, once too.
 */
final class AskedOnce implements SymbolSource {
    private final SymbolSource symbols;
    private final Set<ImageId> missing = new HashSet<>();
    private final Set<ImageId> malformed = new HashSet<>();
    private final Map<ImageId, Integer> hidden = new HashMap<>();

    AskedOnce(SymbolSource symbols) {
        this.symbols = symbols;
    }

    @Override
    public Lookup lookup(ImageId image, long offset) {
        if (missing.contains(image)) {
            return new Lookup.DsymMissing(image);
        }
        Lookup found = symbols.lookup(image, offset);
        if (isHidden(found) && !hidden.containsKey(image) && symbols.refresh(image)) {
            found = symbols.lookup(image, offset);
        }
        if (found instanceof Lookup.Resolved resolved && isHidden(found)) {
            hidden.put(image, resolved.hidden());
        }
        if (found instanceof Lookup.DsymMissing) {
            missing.add(image);
        } else if (found instanceof Lookup.Malformed) {
            malformed.add(image);
        }
        return found;
    }

    private static boolean isHidden(Lookup found) {
        return found instanceof Lookup.Resolved resolved && resolved.hidden() > 0;
    }

    /**
     * Images asked for that have no symbols, or none that can be read, each with 0; and those whose names bitcode hides,
     * with how many it hides.
     */
    Map<ImageId, Integer> awaited() {
        Map<ImageId, Integer> awaited = new HashMap<>(hidden);
        missing.forEach(image -> awaited.put(image, 0));
        malformed.forEach(image -> awaited.put(image, 0));
        return awaited;
    }
}
