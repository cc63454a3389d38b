package dev.flotsam.bench.symbols;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.binary.MappedFile;
import dev.flotsam.symbols.macho.MachOFile;
import dev.flotsam.symbols.macho.MachOImage;
import dev.flotsam.symbols.macho.MachOSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * The dSYM to measure on.
 *
 * @param text the code section addresses are drawn from
 */
record LargeDsym(Path file, Arch arch, MachOSection text) {

    /** The one made before, or a new one: that takes minutes. */
    static LargeDsym made() throws IOException, InterruptedException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        Path file = root.resolve("infra/bench/target/large.dwarf");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Path script = root.resolve("infra/bench/src/main/dsyms/make-large-dsym");
            Process process = new ProcessBuilder(script.toString(), file.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(script + " failed");
            }
        }
        return of(file);
    }

    static LargeDsym of(Path file) throws IOException {
        try (MappedFile mapped = MappedFile.open(file)) {
            MachOImage image = MachOFile.read(mapped).getFirst();
            MachOSection text = image.sections().stream()
                    .filter(section -> section.name().equals("__text"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(file + " has no __text"));
            return new LargeDsym(file, image.arch(), text);
        }
    }

    /** Addresses as linked, the same for the same seed. */
    long[] addresses(int count, long seed) {
        return new Random(seed).longs(count, text.address(), text.end()).toArray();
    }

    long bytes() throws IOException {
        return Files.size(file);
    }
}
