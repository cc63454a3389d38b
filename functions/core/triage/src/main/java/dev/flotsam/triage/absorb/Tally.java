package dev.flotsam.triage.absorb;

import java.util.Map;
import java.util.TreeMap;

/**
 * Sums that add and subtract exactly.
 *
 * @param reports how many
 * @param by how many per value of a dimension, keyed "version:5.2 (1042)", "os:iOS 17.2", "device:iPhone15,4"
 */
public record Tally(long reports, Map<String, Long> by) {
    /** Nothing counted. */
    public static final Tally NONE = new Tally(0, Map.of());

    public Tally {
        by = Map.copyOf(by);
    }

    /** The sum of both. */
    public Tally plus(Tally other) {
        Map<String, Long> sums = new TreeMap<>(by);
        other.by.forEach((key, count) -> sums.merge(key, count, Long::sum));
        sums.values().removeIf(count -> count == 0);
        return new Tally(reports + other.reports, sums);
    }
}
