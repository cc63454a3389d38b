package dev.flotsam.local.journey;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this repository is checked out. */
public final class Repository {
    private Repository() {}

    /** The folder that holds {@code mvnw}. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
