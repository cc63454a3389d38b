package dev.flotsam.cli;

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
import java.util.Map;
import java.util.function.LongFunction;

/** The GSYMs that {@code symbols index} put into a folder, mapped when first asked for. */
final class GsymDirectory implements SymbolSource {
    private final Path folder;
    private final Map<ImageId, LongFunction<Lookup>> opened = new HashMap<>();

    GsymDirectory(Path folder) {
        this.folder = folder;
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
        try (FileChannel channel = FileChannel.open(file)) {
            return Gsym.open(channel.map(MapMode.READ_ONLY, 0, channel.size()))::lookup;
        } catch (MalformedBinaryException broken) {
            return offset -> new Lookup.Malformed(broken.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
