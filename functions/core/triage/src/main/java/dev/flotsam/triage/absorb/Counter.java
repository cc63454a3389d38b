package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One counter item as it was read.
 *
 * @param tally the sums
 * @param marks how far each lane is absorbed
 */
public record Counter(Tally tally, Map<String, Mark> marks) {
    /** A counter that nothing was absorbed into. */
    public static final Counter EMPTY = new Counter(Tally.NONE, Map.of());

    public Counter {
        marks = Map.copyOf(marks);
    }

    /** How far {@code lane} is absorbed. */
    public Optional<Mark> mark(String lane) {
        return Optional.ofNullable(marks.get(lane));
    }

    /** Lanes whose shards have long gone. */
    List<String> staleLanes(Instant now) {
        return marks.entrySet().stream()
                .filter(entry -> entry.getValue().isStale(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * Names a counter item.
     *
     * @param cluster whose reports it counts
     * @param day one day's, or all days' when empty
     */
    public record Key(ClusterId cluster, Optional<LocalDate> day) {
        /** The counter of all days. */
        public static Key total(ClusterId cluster) {
            return new Key(cluster, Optional.empty());
        }

        /** The counter of one day. */
        public static Key of(ClusterId cluster, LocalDate day) {
            return new Key(cluster, Optional.of(day));
        }
    }

    /**
     * Sums and the mark they move, to be written as one.
     *
     * @param lane whose positions were summed
     * @param seen that lane's mark when the counter was read
     * @param moved that lane's mark after
     * @param delta the sums to add
     * @param pruned other lanes' marks to drop
     * @param expires when the item is dropped, never if empty
     */
    public record Advance(
            String lane, Optional<Mark> seen, Mark moved, Tally delta, List<String> pruned, Optional<Instant> expires) {
        public Advance {
            pruned = List.copyOf(pruned);
        }
    }
}
