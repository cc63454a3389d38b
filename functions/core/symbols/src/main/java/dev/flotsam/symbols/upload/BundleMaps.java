package dev.flotsam.symbols.upload;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.bitcode.BitcodeSymbolMap;
import dev.flotsam.symbols.bitcode.MapReading;
import dev.flotsam.symbols.bitcode.OriginalUuid;
import dev.flotsam.symbols.bitcode.SymbolMaps;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipException;

/** The symbol maps in an upload, found by their names: wherever in it they lie, a UUID names one build. */
final class BundleMaps implements SymbolMaps {
    private final Map<UUID, Opener> maps = new HashMap<>();
    private final Map<UUID, Opener> mappings = new HashMap<>();
    private long bytesLeft = Limits.SYMBOL_MAPS_BYTES;

    /** Opens a file of the upload. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Takes a file of the upload, if it concerns symbol maps. */
    void offer(String path, Opener file) {
        if (BundlePath.isSymbolMap(path)) {
            BundlePath.uuid(path).ifPresent(build -> maps.putIfAbsent(build, file));
        } else if (BundlePath.isMapping(path)) {
            BundlePath.uuid(path).ifPresent(image -> mappings.putIfAbsent(image, file));
        }
    }

    @Override
    public MapReading of(UUID image) throws IOException {
        try {
            Opener map = maps.get(original(image).orElse(image));
            return map == null ? new MapReading.None() : read(map);
        } catch (ZipException broken) {
            return new MapReading.Refused("is broken: " + broken.getMessage());
        }
    }

    private Optional<UUID> original(UUID image) throws IOException {
        Opener mapping = mappings.get(image);
        if (mapping == null) {
            return Optional.empty();
        }
        try (InputStream in = mapping.open()) {
            return OriginalUuid.read(in.readNBytes(OriginalUuid.MOST_BYTES));
        }
    }

    private MapReading read(Opener map) throws IOException {
        if (bytesLeft <= 0) {
            return new MapReading.Refused("is not read: those before it have " + Limits.SYMBOL_MAPS_BYTES + " bytes");
        }
        try (InputStream in = map.open()) {
            byte[] file = in.readNBytes(Limits.SYMBOL_MAP_BYTES + 1);
            bytesLeft -= file.length;
            return BitcodeSymbolMap.read(file);
        }
    }
}
