package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Occurrence.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a cluster's reports are broken down by. */
public enum Dimension {
    VERSION("version"),
    OS("os"),
    DEVICE("device");

    /**
     * Values kept apart in one counter item; the rest share {@link #OTHER}. A report's text is hostile: it must not be
     * able to grow an item to DynamoDB's 400 KB.
     */
    public static final int MOST_VALUES = 150;

    /** Where values beyond the limit are counted. */
    public static final String OTHER = "…other";

    private final String prefix;

    Dimension(String name) {
        this.prefix = name + ":";
    }

    /** What keys of this dimension start with, such as "version:". */
    public String prefix() {
        return prefix;
    }

    /**
     * The sums that {@code steps} add to a counter which knows the values {@code known} so far. A value that was known
     * once stays known, so what was added under a name is subtracted under the same name.
     */
    static Tally tally(List<Step> steps, Set<String> known) {
        Map<String, Long> room = new HashMap<>();
        for (Dimension dimension : values()) {
            room.put(
                    dimension.prefix,
                    MOST_VALUES - known.stream().filter(dimension::owns).count());
        }
        Map<String, Long> by = new HashMap<>();
        Map<String, Boolean> admitted = new HashMap<>();
        for (Step step : steps) {
            for (Dimension dimension : values()) {
                String value = dimension.of(step.report().facts());
                if (value.isEmpty()) {
                    continue;
                }
                String own = dimension.prefix + value;
                boolean kept = known.contains(own)
                        || admitted.computeIfAbsent(own, key -> room.merge(dimension.prefix, -1L, Long::sum) >= 0);
                by.merge(kept ? own : dimension.prefix + OTHER, (long) step.sign(), Long::sum);
            }
        }
        by.values().removeIf(count -> count == 0);
        return new Tally(steps.stream().mapToLong(Step::sign).sum(), by);
    }

    private String of(Facts facts) {
        return switch (this) {
            case VERSION -> facts.version();
            case OS -> facts.os();
            case DEVICE -> facts.device();
        };
    }

    private boolean owns(String key) {
        return key.startsWith(prefix);
    }
}
