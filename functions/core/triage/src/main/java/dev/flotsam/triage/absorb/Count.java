package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The exact counters: first each day's, last of all the total, whose mark says that everything before it is there. */
final class Count implements ClusterWrite {
    /** Zombies of one lane are few: whoever loses this often meets something else. */
    private static final int MOST_ATTEMPTS = 20;

    private final Counters counters;
    private final Clock clock;
    private final BiFunction<List<Step>, Set<String>, Tally> tally;

    Count(Counters counters, Clock clock) {
        this(counters, clock, Dimension::tally);
    }

    /** @param tally the sums of some steps, for a counter that knows some parts so far */
    Count(Counters counters, Clock clock, BiFunction<List<Step>, Set<String>, Tally> tally) {
        this.counters = counters;
        this.clock = clock;
        this.tally = tally;
    }

    @Override
    public void write(ClusterId cluster, List<Step> steps) {
        Map<LocalDate, List<Step>> byDay = steps.stream()
                .collect(Collectors.groupingBy(step -> step.report().day(), TreeMap::new, Collectors.toList()));
        byDay.forEach((day, ofDay) -> absorb(Counter.Key.of(cluster, day), ofDay, Optional.of(latestExpiry(ofDay))));
        absorb(Counter.Key.total(cluster), steps, Optional.empty());
    }

    void absorb(Counter.Key key, List<Step> steps, Optional<Instant> expires) {
        Counter counter = counters.read(key);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Step> fresh = Step.fresh(steps, counter);
            if (fresh.isEmpty()) {
                return;
            }
            Optional<Counter> moved = counters.advance(key, advance(counter, fresh, expires));
            if (moved.isEmpty()) {
                return;
            }
            counter = moved.get();
        }
        throw new Fault(
                Fault.Blame.CAPACITY, "the mark of " + key + " moved " + MOST_ATTEMPTS + " times meanwhile", null);
    }

    private Counter.Advance advance(Counter counter, List<Step> fresh, Optional<Instant> expires) {
        Instant now = clock.instant();
        Position last = fresh.getLast().position();
        List<String> pruned = counter.staleLanes(now).stream()
                .filter(lane -> !lane.equals(last.lane()))
                .toList();
        return new Counter.Advance(
                last.lane(),
                counter.mark(last.lane()),
                Mark.at(last, now),
                tally.apply(fresh, counter.tally().by().keySet()),
                pruned,
                expires);
    }

    static Instant latestExpiry(List<Step> steps) {
        return steps.stream()
                .map(step -> step.report().expires())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
