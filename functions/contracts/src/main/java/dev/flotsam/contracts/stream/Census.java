package dev.flotsam.contracts.stream;

import java.util.EnumMap;
import java.util.Map;

/** How often each hardship came up: a simulator that is too kind proves nothing. */
public final class Census {
    private final Map<Hardship, Integer> counts = new EnumMap<>(Hardship.class);

    void note(Hardship hardship) {
        counts.merge(hardship, 1, Integer::sum);
    }

    /** How often, so far. */
    public int count(Hardship hardship) {
        return counts.getOrDefault(hardship, 0);
    }

    @Override
    public String toString() {
        return counts.toString();
    }

    /** What a stream, its readers and its writers are put through. */
    public enum Hardship {
        SHARD_ROTATED,
        SHARD_SPLIT,
        SEQUENCE_NUMBER_LENGTHENED,
        BATCH_REPEATED,
        BATCH_BISECTED,
        BATCH_HALF_DONE,
        BATCH_EMPTY,
        RECORDS_REDELIVERED,
        CALL_THROTTLED,
        REPLY_LOST,
        PROCESS_DIED,
        ZOMBIE_OUTLIVED,
        REPORT_MOVED,
        REPORT_DELETED,
        REPORT_EXPIRED,
        REPORT_REPEATED,
        VARIANT_KEPT,
        RECORD_POISONED
    }
}
