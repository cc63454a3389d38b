package dev.flotsam.triage.query;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.absorb.Sketches;
import dev.flotsam.triage.absorb.Tally;
import dev.flotsam.triage.query.ClusterSummary.DayCount;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Figures of clusters, summed where several are shown as one.
 *
 * @param totals counters of all days
 * @param sketches devices, first and last seen
 */
record Figures(Map<Counter.Key, Counter> totals, Map<ClusterId, Sketch> sketches) {

    /** Of some clusters, read consistently. */
    static Figures read(Collection<ClusterId> clusters, Counters counters, Sketches sketches) {
        return new Figures(
                clusters.stream().map(Counter.Key::total).collect(Collectors.toMap(key -> key, counters::read)),
                clusters.stream().collect(Collectors.toMap(id -> id, sketches::read)));
    }

    /** Of many clusters; they may lag behind a moment. */
    static Figures of(Collection<ClusterId> clusters, Counters counters, Sketches sketches) {
        return new Figures(
                counters.readAll(clusters.stream().map(Counter.Key::total).toList()), sketches.readAll(clusters));
    }

    Tally total(List<ClusterId> members) {
        return members.stream()
                .map(member -> totals.getOrDefault(Counter.Key.total(member), Counter.EMPTY))
                .map(Counter::tally)
                .reduce(Tally.NONE, Tally::plus);
    }

    Sketch sketch(List<ClusterId> members) {
        return members.stream()
                .map(member -> sketches.getOrDefault(member, Sketch.EMPTY))
                .reduce(Sketch.EMPTY, Sketch::merge);
    }

    /** Reports a day, oldest first. */
    static List<DayCount> trend(List<ClusterId> members, List<LocalDate> days, Map<Counter.Key, Counter> counted) {
        return days.stream()
                .map(day -> new DayCount(
                        day,
                        members.stream()
                                .mapToLong(member -> Trend.count(counted, member, day))
                                .sum()))
                .toList();
    }

    /** The counters of some days. */
    static List<Counter.Key> keys(List<ClusterId> members, List<LocalDate> days) {
        return members.stream()
                .flatMap(member -> days.stream().map(day -> Counter.Key.of(member, day)))
                .toList();
    }
}
