package dev.flotsam.local.journey;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.symbols.gsym.Gsym;
import dev.flotsam.symbols.index.IndexedImage;
import dev.flotsam.symbols.index.SymbolIndexer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** dSYMs indexed here, to know what the functions have to come to. */
final class LocalSymbols implements SymbolSource {
    private final Map<ImageId, Gsym> gsyms = new HashMap<>();

    LocalSymbols(List<Path> dwarf, Path scratch) throws IOException {
        for (Path file : dwarf) {
            for (IndexedImage slice : new SymbolIndexer().index(file, scratch)) {
                if (slice instanceof IndexedImage.Indexed indexed) {
                    gsyms.put(indexed.image(), Gsym.open(ByteBuffer.wrap(Files.readAllBytes(indexed.gsym()))));
                }
            }
        }
    }

    @Override
    public Lookup lookup(ImageId image, long offset) {
        return gsyms.containsKey(image) ? gsyms.get(image).lookup(offset) : new Lookup.DsymMissing(image);
    }
}
