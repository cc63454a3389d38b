package dev.flotsam.memory.session;

import java.util.List;
import java.util.Optional;

/**
 * Memory at the end of a run, in bytes.
 *
 * @param used footprint, or resident size if {@code resident}
 * @param resident the client measured resident size, which Jetsam doesn't compare
 * @param available what was left until the limit
 * @param told the limit as the client tells it; 0 means unknown and is dropped
 * @param pressure the last memory-pressure event
 * @param warnings memory warnings received in the run
 * @param deviceFree free memory of the device
 * @param series footprint over time, oldest first
 */
public record MemoryFacts(
        Optional<Long> used,
        boolean resident,
        Optional<Long> available,
        Optional<Long> told,
        Optional<Pressure> pressure,
        Optional<Long> warnings,
        Optional<Long> deviceFree,
        List<Sample> series) {
    public MemoryFacts {
        series = List.copyOf(series);
    }

    /** Levels of a memory-pressure event. */
    public enum Pressure {
        NORMAL,
        WARN,
        CRITICAL
    }

    /**
     * One measurement.
     *
     * @param atMillis milliseconds since any fixed moment
     * @param bytes footprint
     */
    public record Sample(long atMillis, long bytes) {}

    /** The limit: as told, else used plus available. */
    public Optional<Long> limit() {
        return told.or(() -> used.flatMap(bytes ->
                available.filter(left -> !resident).map(left -> bytes + left).filter(sum -> sum > 0)));
    }

    /** What was used: as told, else the limit less what was available. */
    public Optional<Long> footprint() {
        return used.or(() ->
                told.flatMap(limit -> available.filter(left -> left <= limit).map(left -> limit - left)));
    }

    /** These facts, and the other record's of the same run where these are silent. */
    MemoryFacts or(MemoryFacts other) {
        return new MemoryFacts(
                used.or(other::used),
                used.isPresent() ? resident : other.resident,
                available.or(other::available),
                told.or(other::told),
                pressure.or(other::pressure),
                warnings.or(other::warnings),
                deviceFree.or(other::deviceFree),
                series.isEmpty() ? other.series : series);
    }
}
