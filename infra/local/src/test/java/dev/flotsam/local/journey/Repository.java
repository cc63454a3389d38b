package dev.flotsam.local.journey;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this repository is checked out. */
public final class Repository {
    /** Lock of the classes that wait more than they work: one at a time runs beside the others, its tests in turn. */
    static final String BESIDE = "beside the others";

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
