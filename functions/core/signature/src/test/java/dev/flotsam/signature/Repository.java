package dev.flotsam.signature;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the repository that the tests run in. */
final class Repository {
    private Repository() {}

    static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        return at;
    }
}
