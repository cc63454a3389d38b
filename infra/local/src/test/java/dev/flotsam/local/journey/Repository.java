package dev.flotsam.local.journey;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this repository is checked out. */
final class Repository {
    private Repository() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
