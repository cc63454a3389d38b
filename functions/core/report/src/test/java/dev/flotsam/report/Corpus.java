package dev.flotsam.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real samples beside the repository. Tests that need them are skipped, saying so, where they are absent. */
final class Corpus {
    private Corpus() {}

    /** The repository's root: the first folder upwards that holds the Maven wrapper. */
    static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        Assumptions.assumeTrue(at != null, "not inside the repository");
        return at;
    }

    static Path folder(String name) {
        Path folder = root().resolveSibling("shared").resolve("corpus").resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no samples at ../shared/corpus/" + name);
        return folder;
    }

    /** A folder's files by name. */
    static List<Path> files(String name) {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
