package dev.flotsam.bench.grouping;

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
import java.util.stream.Stream;

/** Symbols of every DWARF file in a folder, indexed into memory. */
final class DsymFolder implements SymbolSource {
    private final Map<ImageId, Gsym> images = new HashMap<>();

    /** Indexes the folder's files; those that are no dSYM are passed over. */
    static DsymFolder index(Path folder) throws IOException {
        DsymFolder symbols = new DsymFolder();
        Path scratch = Files.createTempDirectory("flotsam-bench");
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            for (IndexedImage image : new SymbolIndexer().index(file, scratch)) {
                if (image instanceof IndexedImage.Indexed indexed) {
                    symbols.images.put(indexed.image(), Gsym.open(ByteBuffer.wrap(Files.readAllBytes(indexed.gsym()))));
                    Files.delete(indexed.gsym());
                }
            }
        }
        return symbols;
    }

    @Override
    public Lookup lookup(ImageId image, long offset) {
        Gsym gsym = images.get(image);
        return gsym == null ? new Lookup.DsymMissing(image) : gsym.lookup(offset);
    }
}
