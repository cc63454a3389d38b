package dev.flotsam.local;

import dev.flotsam.local.host.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that keeps a stack: what is where. */
record DataFolder(Path root) {
    /** Survives {@code --fresh}: unpacked functions, named after their content, and the lock we hold. */
    private static final List<String> KEPT = List.of("cache", "lock");

    static DataFolder open(Path root) throws IOException {
        Path folder = root.toAbsolutePath().normalize();
        if (!Files.exists(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, PrivateFile.ownerOnly("rwx------"));
        }
        return new DataFolder(folder);
    }

    Path objects() {
        return root.resolve("s3");
    }

    Path tables() {
        return root.resolve("dynamodb");
    }

    Path parameters() {
        return root.resolve("parameters.json");
    }

    Path inbox() {
        return root.resolve("inbox");
    }

    /** Objects that are being written. */
    Path arrivals() {
        return root.resolve("pending/arrivals");
    }

    /** Events that wait for a function. */
    Path events(String function) {
        return root.resolve("pending/events").resolve(function);
    }

    Path failed() {
        return root.resolve("failed");
    }

    Path streams() {
        return root.resolve("streams");
    }

    /** Whether nothing has been started here before. */
    boolean isNew() {
        return !Files.exists(root.resolve(Endpoints.FILE));
    }

    void clear() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                if (!KEPT.contains(entry.getFileName().toString())) {
                    FolderTree.delete(entry);
                }
            }
        }
    }
}
