package dev.flotsam.cli;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.gsym.Gsym;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** The GSYMs that {@code symbols index} put into a folder, mapped when first asked for. */
final class GsymDirectory implements SymbolSource {
    private final Path folder;
    private final Map<ImageId, LongFunction<Lookup>> opened = new HashMap<>();

    GsymDirectory(Path folder) {
        this.folder = folder;
    }

    /**
     * The image of a UUID.
     *
     * @param arch may be left out where the folder has only one; any will do where it has none, nothing is found then
     * @return empty where it has several
     */
    Optional<ImageId> image(UUID uuid, Optional<String> arch) throws IOException {
        if (arch.isPresent()) {
            return Optional.of(new ImageId(uuid, new Arch(arch.get())));
        }
        String start = new ImageId(uuid, new Arch("x")).fileName().replace("x.gsym", "");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(start) && name.endsWith(".gsym"))
                    .map(name -> name.substring(start.length(), name.length() - ".gsym".length()))
                    .toList();
            return names.size() > 1
                    ? Optional.empty()
                    : Optional.of(new ImageId(uuid, new Arch(names.isEmpty() ? "unknown" : names.getFirst())));
        }
    }

    @Override
    public synchronized Lookup lookup(ImageId image, long offset) {
        return opened.computeIfAbsent(image, this::open).apply(offset);
    }

    private LongFunction<Lookup> open(ImageId image) {
        Path file = folder.resolve(image.fileName());
        if (!Files.exists(file)) {
            return offset -> new Lookup.DsymMissing(image);
        }
        try {
            return map(file)::lookup;
        } catch (MalformedBinaryException broken) {
            return offset -> new Lookup.Malformed(broken.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A GSYM file, mapped. */
    static Gsym map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return Gsym.open(channel.map(MapMode.READ_ONLY, 0, channel.size()));
        }
    }
}
