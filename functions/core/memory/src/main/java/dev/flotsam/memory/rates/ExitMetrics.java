package dev.flotsam.memory.rates;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * MetricKit's exit counts of one device and day: the only ground truth for how often memory ended an app. Zero counts are
 * left out by MetricKit; an absent count is zero where the payload has exit data at all.
 *
 * @param appId bundle identifier; empty in old payloads
 * @param version marketing version; empty in old payloads
 * @param build build number
 * @param osVersion such as "16.6"
 * @param device model; empty in old payloads
 * @param begin start of the time range, by the payload
 * @param end end of the time range
 * @param foreground exits in front by cause, such as "memoryResourceLimit"
 * @param background exits in background by cause
 * @param peakMemory peak memory of the day in bytes, if told
 */
public record ExitMetrics(
        String appId,
        String version,
        String build,
        String osVersion,
        String device,
        Optional<Instant> begin,
        Optional<Instant> end,
        Map<String, Long> foreground,
        Map<String, Long> background,
        Optional<Long> peakMemory) {
    /** Exits at the process's own memory limit. */
    public static final String MEMORY_LIMIT = "memoryResourceLimit";

    /** Exits because the system ran short of memory; only in background. */
    public static final String MEMORY_PRESSURE = "memoryPressure";

    public ExitMetrics {
        Objects.requireNonNull(appId, "appId");
        foreground = Map.copyOf(foreground);
        background = Map.copyOf(background);
    }

    /** Exits in front, whatever the cause. */
    public long foregroundExits() {
        return sum(foreground);
    }

    /** Exits in background, whatever the cause. */
    public long backgroundExits() {
        return sum(background);
    }

    /** Exits in front at the memory limit: what our foom-limit verdicts are held against. */
    public long foregroundMemoryLimit() {
        return foreground.getOrDefault(MEMORY_LIMIT, 0L);
    }

    private static long sum(Map<String, Long> exits) {
        return exits.values().stream().mapToLong(Long::longValue).sum();
    }
}
