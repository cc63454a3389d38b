package dev.flotsam.triage.absorb;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Counter items. A write is atomic per item: sums and mark move together or not at all. */
public interface Counters {

    /** The item, read consistently; {@link Counter#EMPTY} where none is. */
    Counter read(Counter.Key key);

    /** Those of the items that exist, for lists: they may lag behind a moment. */
    Map<Counter.Key, Counter> readAll(Collection<Counter.Key> keys);

    /**
     * Adds the sums and moves the mark if the lane's mark is still the one that was seen.
     *
     * <p>A reply that gets lost is safe: whoever asks again finds the mark moved.
     *
     * @return empty when written; else the item as it is now, to decide again
     */
    Optional<Counter> advance(Counter.Key key, Counter.Advance advance);
}
