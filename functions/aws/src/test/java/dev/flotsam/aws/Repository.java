package dev.flotsam.aws;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository lies. */
public final class Repository {
    private Repository() {}

    /** The folder that holds the Maven wrapper. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
