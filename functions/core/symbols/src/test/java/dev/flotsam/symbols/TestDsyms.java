package dev.flotsam.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the dSYMs of tests are. */
public final class TestDsyms {
    private TestDsyms() {}

    /** The one in src/test/resources/dsyms. */
    public static Path made(String name) {
        return root().resolve("functions/core/symbols/src/test/resources/dsyms").resolve(name);
    }

    /** All in src/test/resources/dsyms. */
    public static List<Path> made() throws IOException {
        return files(made(".")).stream()
                .filter(file -> !file.toString().endsWith(".md"))
                .toList();
    }

    /** Real ones, beside the repository; none where it was checked out alone. */
    public static List<Path> corpus() throws IOException {
        Optional<Path> folder = corpusFolder();
        return folder.isEmpty() ? List.of() : files(folder.get().resolve("dsym"));
    }

    public static Optional<Path> corpusFolder() {
        return Optional.of(root().resolve("../shared/corpus").normalize()).filter(Files::isDirectory);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        return at;
    }
}
