package dev.flotsam.memory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Real and made-up samples beside the repository; tests that want them are skipped where there are none. */
public final class Corpus {
    private Corpus() {}

    /** A folder of the corpus, or the test is skipped. */
    public static Path folder(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        Path folder =
                root == null ? Path.of(name) : root.resolve("../shared/corpus").resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "no corpus at " + folder + ": skipped");
        return folder;
    }

    /** A file's bytes. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows of a CSV file with a header, quoted cells included. */
    public static List<Map<String, String>> table(Path file) {
        List<List<String>> rows = new String(bytes(file), StandardCharsets.UTF_8)
                .lines()
                .map(Corpus::cells)
                .toList();
        List<Map<String, String>> table = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int column = 0; column < row.size(); column++) {
                named.put(rows.getFirst().get(column), row.get(column));
            }
            table.add(named);
        }
        return table;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
