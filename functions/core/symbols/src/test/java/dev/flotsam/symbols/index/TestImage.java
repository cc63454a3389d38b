package dev.flotsam.symbols.index;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.binary.MappedFile;
import dev.flotsam.symbols.dwarf.DwarfAddresses;
import dev.flotsam.symbols.gsym.Gsym;
import dev.flotsam.symbols.macho.MachOFile;
import dev.flotsam.symbols.macho.MachOImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** One indexed slice of a dSYM, and the addresses to ask about. */
record TestImage(Path dsym, ImageId id, Path gsymFile, DwarfAddresses addresses) {
    private static final int RANDOM_ADDRESSES = 10_000;

    /** Every image of every dSYM here that describes functions. */
    static List<TestImage> all(Path scratch) throws IOException {
        List<Path> dsyms = new ArrayList<>(TestDsyms.made());
        dsyms.addAll(TestDsyms.corpus());
        List<TestImage> images = new ArrayList<>();
        for (Path dsym : dsyms) {
            Path directory = Files.createTempDirectory(scratch, "gsym");
            for (IndexedImage result : new SymbolIndexer().index(dsym, directory)) {
                if (result instanceof IndexedImage.Indexed indexed) {
                    images.add(of(dsym, indexed));
                }
            }
        }
        return images;
    }

    /** The image of a UUID, if it describes functions. */
    static Optional<TestImage> of(Path dsym, UUID uuid, Path scratch) throws IOException {
        for (IndexedImage result : new SymbolIndexer().index(dsym, scratch)) {
            if (result instanceof IndexedImage.Indexed indexed
                    && indexed.image().uuid().equals(uuid)) {
                return Optional.of(of(dsym, indexed));
            }
        }
        return Optional.empty();
    }

    private static TestImage of(Path dsym, IndexedImage.Indexed indexed) throws IOException {
        try (MappedFile file = MappedFile.open(dsym)) {
            MachOImage image = MachOFile.read(file).stream()
                    .filter(slice -> slice.id().equals(Optional.of(indexed.image())))
                    .findFirst()
                    .orElseThrow();
            Random random = new Random(indexed.image().hashCode());
            return new TestImage(
                    dsym, indexed.image(), indexed.gsym(), DwarfAddresses.of(image, RANDOM_ADDRESSES, random));
        }
    }

    Gsym gsym() throws IOException {
        return Gsym.open(ByteBuffer.wrap(Files.readAllBytes(gsymFile)));
    }

    @Override
    public String toString() {
        String name = dsym.getFileName().toString();
        return name.substring(name.lastIndexOf("__") + 1) + " " + id.arch() + " " + id.uuid();
    }
}
