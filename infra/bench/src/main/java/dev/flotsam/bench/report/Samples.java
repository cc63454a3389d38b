package dev.flotsam.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reports to read: real samples beside the repository where they are, and our own of events/. */
final class Samples {
    private Samples() {}

    /** Files whose name ends so, of a folder of samples and of our events. */
    static List<byte[]> of(String folder, String ending) {
        Path root = root();
        List<byte[]> samples = new ArrayList<>(in(root.resolve("events/parse-crashes"), ending));
        samples.addAll(in(root.resolveSibling("shared").resolve("corpus").resolve(folder), ""));
        return samples;
    }

    private static List<byte[]> in(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> bytes = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.getFileName().toString().endsWith(ending)) {
                    bytes.add(Files.readAllBytes(file));
                }
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IllegalStateException("run the benchmarks inside the repository");
        }
        return at;
    }
}
