package dev.flotsam.triage.limit;

import dev.flotsam.memory.atlas.LimitKey;
import dev.flotsam.memory.atlas.LimitVotes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The memory-limit atlas: votes on each limit. Merging is commutative and idempotent. */
public interface Limits {

    /** What is kept of a limit, read consistently. */
    Optional<Kept> find(LimitKey key);

    /** Merges votes into what is kept; safe against concurrent merges. The later of both expiries holds. */
    void merge(LimitKey key, LimitVotes more, Instant expires);

    /**
     * Limits in the order of device, system, kind and state.
     *
     * @param device only this model's; every model's if empty
     * @param os only this system's, which needs a device; every system's if empty
     * @param after cursor to go on behind
     * @param most how many at the most
     */
    Slice list(String device, String os, Optional<String> after, int most);

    /**
     * One limit.
     *
     * @param key which
     * @param votes what reports say
     * @param expires when it is forgotten unless it is heard of again
     */
    record Kept(LimitKey key, LimitVotes votes, Instant expires) {}

    /**
     * Some limits.
     *
     * @param limits in order
     * @param next cursor to go on with, empty at the end
     */
    record Slice(List<Kept> limits, Optional<String> next) {
        public Slice {
            limits = List.copyOf(limits);
        }
    }
}
