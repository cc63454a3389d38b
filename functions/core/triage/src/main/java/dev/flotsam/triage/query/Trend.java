package dev.flotsam.triage.query;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Counter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reports a day. */
final class Trend {
    private Trend() {}

    /** The last {@code count} days up to {@code today}, oldest first. */
    static List<LocalDate> lastDays(LocalDate today, int count) {
        return today.minusDays(count - 1L).datesUntil(today.plusDays(1)).toList();
    }

    static long count(Map<Counter.Key, Counter> counted, ClusterId cluster, LocalDate day) {
        return counted.getOrDefault(Counter.Key.of(cluster, day), Counter.EMPTY)
                .tally()
                .reports();
    }
}
