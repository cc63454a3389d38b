package dev.flotsam.contracts.fake;

import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Mark;
import dev.flotsam.triage.absorb.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counters in memory. Like an item's attributes, a part that came down to zero stays. */
public final class FakeCounters implements Counters {
    private final Map<Counter.Key, Counter> counters = new HashMap<>();

    @Override
    public synchronized Counter read(Counter.Key key) {
        return counters.getOrDefault(key, Counter.EMPTY);
    }

    @Override
    public synchronized Map<Counter.Key, Counter> readAll(Collection<Counter.Key> keys) {
        Map<Counter.Key, Counter> found = new HashMap<>(counters);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public synchronized Optional<Counter> advance(Counter.Key key, Counter.Advance advance) {
        Counter standing = read(key);
        if (!standing.mark(advance.lane()).equals(advance.seen())) {
            return Optional.of(standing);
        }
        Map<String, Long> by = new HashMap<>(standing.tally().by());
        advance.delta().by().forEach((part, count) -> by.merge(part, count, Long::sum));
        Map<String, Mark> marks = new HashMap<>(standing.marks());
        advance.pruned().forEach(marks::remove);
        marks.put(advance.lane(), advance.moved());
        long reports = standing.tally().reports() + advance.delta().reports();
        counters.put(key, new Counter(new Tally(reports, by), marks));
        return Optional.empty();
    }

    /** Which counters exist. */
    public synchronized Set<Counter.Key> keys() {
        return Set.copyOf(counters.keySet());
    }
}
