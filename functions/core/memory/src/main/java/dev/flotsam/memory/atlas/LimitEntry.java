package dev.flotsam.memory.atlas;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one limit: how often each value was seen, by source. Merging two entries is adding, so that parts
 * learned anywhere, in any order, come to the same.
 *
 * <p>Limits are whole MiB and take few values: entitled apps have a higher one than others, extensions of different
 * kinds differ. Warnings take any value, so only their number and the highest are kept.
 *
 * @param counts value in bytes → source → number of kills and figures
 * @param warnings number of memory warnings
 * @param highestWarning highest memory at a warning, in bytes; 0 if there is none
 */
public record LimitEntry(Map<Long, Map<LimitSource, Long>> counts, long warnings, long highestWarning) {
    /** Values kept of one limit; real ones have a handful. Beyond it the lightest are forgotten. */
    public static final int MOST_VALUES = 256;

    /** Nothing known. */
    public static final LimitEntry EMPTY = new LimitEntry(Map.of(), 0, 0);

    private static final long MEBIBYTE = 1L << 20;

    public LimitEntry {
        Objects.requireNonNull(counts, "counts");
        TreeMap<Long, Map<LimitSource, Long>> copy = new TreeMap<>();
        counts.forEach((bytes, sources) -> copy.put(bytes, Map.copyOf(sources)));
        while (copy.size() > MOST_VALUES) {
            copy.remove(copy.keySet().stream()
                    .min(Comparator.comparing((Long bytes) -> weightOf(copy.get(bytes)))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow());
        }
        counts = Map.copyOf(copy);
    }

    /** One sample. */
    static LimitEntry of(LimitSample sample) {
        return sample.source() == LimitSource.MEMORY_WARNING
                ? new LimitEntry(Map.of(), 1, sample.bytes())
                : new LimitEntry(Map.of(sample.bytes(), Map.of(sample.source(), 1L)), 0, 0);
    }

    /** Both entries' samples. */
    public LimitEntry merge(LimitEntry other) {
        Map<Long, Map<LimitSource, Long>> sum = new TreeMap<>();
        for (LimitEntry part : new LimitEntry[] {this, other}) {
            part.counts.forEach((bytes, sources) -> sources.forEach(
                    (source, count) -> sum.computeIfAbsent(bytes, value -> new EnumMap<>(LimitSource.class))
                            .merge(source, count, Long::sum)));
        }
        return new LimitEntry(sum, warnings + other.warnings, Math.max(highestWarning, other.highestWarning));
    }

    /**
     * The limit in bytes: the value that weighs most, one MiB up or down counting as the same, because kills overshoot
     * by a few pages. Warnings alone give their highest value, which the limit isn't below.
     */
    public Optional<Long> limit() {
        if (counts.isEmpty()) {
            return highestWarning > 0 ? Optional.of(highestWarning) : Optional.empty();
        }
        long centre = counts.keySet().stream()
                .max(Comparator.comparing(this::weightAround).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        return counts.keySet().stream()
                .filter(bytes -> Math.abs(bytes - centre) <= MEBIBYTE)
                .max(Comparator.comparing((Long bytes) -> weightOf(counts.get(bytes)))
                        .thenComparing(Comparator.reverseOrder()));
    }

    private long weightAround(long bytes) {
        long sum = 0;
        for (long near = bytes - MEBIBYTE; near <= bytes + MEBIBYTE; near += MEBIBYTE) {
            sum += weightOf(counts.getOrDefault(near, Map.of()));
        }
        return sum;
    }

    private static long weightOf(Map<LimitSource, Long> sources) {
        return sources.entrySet().stream()
                .mapToLong(source -> source.getKey().weight() * source.getValue())
                .sum();
    }

    /** Number of samples, warnings included. */
    public long samples() {
        return bySource().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Samples by source. */
    public Map<LimitSource, Long> bySource() {
        Map<LimitSource, Long> sum = new EnumMap<>(LimitSource.class);
        counts.values().forEach(sources -> sources.forEach((source, count) -> sum.merge(source, count, Long::sum)));
        if (warnings > 0) {
            sum.put(LimitSource.MEMORY_WARNING, warnings);
        }
        return sum;
    }

    /** Largest less smallest value of kills and figures, in bytes: 0 when all agree. */
    public long spread() {
        return counts.isEmpty()
                ? 0
                : counts.keySet().stream().max(Comparator.naturalOrder()).orElseThrow()
                        - counts.keySet().stream()
                                .min(Comparator.naturalOrder())
                                .orElseThrow();
    }
}
