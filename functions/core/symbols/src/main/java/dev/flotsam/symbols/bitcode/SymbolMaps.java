package dev.flotsam.symbols.bitcode;

import java.io.IOException;
import java.util.UUID;

/** The symbol maps at hand. A map is read when its image asks for it: most images have nothing hidden. */
@FunctionalInterface
public interface SymbolMaps {

    /** No maps. */
    SymbolMaps NONE = image -> new MapReading.None();

    /**
     * The map of an image.
     *
     * @param image LC_UUID of its dSYM
     * @throws IOException if the storage that holds the maps fails; never for what is in them
     */
    MapReading of(UUID image) throws IOException;
}
