package dev.flotsam.bench.grouping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels that were found wrong by looking at the stacks, each with its reason: a trigger that crashes in different places
 * is several bugs to whoever reads the stacks. The rows are in {@code kscrash-relabels.csv} beside this class.
 */
final class Relabels {
    private Relabels() {}

    /** The right group by labelled file. */
    static Map<String, String> byFile() {
        Map<String, String> groups = new HashMap<>();
        for (List<String> row : CsvRows.of(lines())) {
            groups.put(row.getFirst(), row.get(1));
        }
        return groups;
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Relabels.class.getResourceAsStream("kscrash-relabels.csv"), StandardCharsets.UTF_8))) {
            return reader.readAllLines();
        } catch (IOException e) {
            throw new UncheckedIOException("kscrash-relabels.csv", e);
        }
    }
}
