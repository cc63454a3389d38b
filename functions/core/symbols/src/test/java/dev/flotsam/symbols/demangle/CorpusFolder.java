package dev.flotsam.symbols.demangle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample files beside the repository. Tests that need them are skipped where they are absent. */
final class CorpusFolder {
    private CorpusFolder() {}

    /** That file or folder of the samples; skips the test if it is not there. */
    static Path at(String name) {
        Path path = root().resolveSibling("shared").resolve("corpus").resolve(name);
        assumeTrue(Files.exists(path), () -> "no sample files at " + path);
        return path;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "no folder above holds mvnw");
        return folder;
    }

    /** Every file below {@code folder}, in a stable order. */
    static List<Path> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
