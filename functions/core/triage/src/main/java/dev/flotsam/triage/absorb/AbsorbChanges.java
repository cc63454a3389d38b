package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.Decided;
import dev.flotsam.triage.symbol.Waiters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Absorbs a batch of the occurrences stream into clusters.
 *
 * <p>A batch holds positions of one lane in stream order. It may be cut, repeated or abandoned anywhere: absorbing it
 * again completes what is missing and counts nothing twice.
 */
public final class AbsorbChanges {
    private final List<ClusterWrite> writes;
    private final Counters counters;
    private final Pages pages;
    private final SetAside setAside;

    /**
     * The use case with its writes in a given order; {@link #over} gives the right one.
     *
     * @param writes what each cluster's steps cause
     * @param counters where totals are read, to drop what is covered
     * @param pages lists of reports without a cluster
     * @param setAside where records go that can't be absorbed
     */
    public AbsorbChanges(List<ClusterWrite> writes, Counters counters, Pages pages, SetAside setAside) {
        this.writes = List.copyOf(writes);
        this.counters = counters;
        this.pages = pages;
        this.setAside = setAside;
    }

    /** The use case over its ports. */
    public static AbsorbChanges over(
            Clusters clusters,
            Exemplars exemplars,
            Pages pages,
            Waiters waiters,
            Alerts alerts,
            Sketches sketches,
            Counters counters,
            SetAside setAside,
            Decided decided,
            Clock clock) {
        return new AbsorbChanges(
                inOrder(clusters, exemplars, pages, waiters, alerts, sketches, counters, decided, clock),
                counters,
                pages,
                setAside);
    }

    /** What each cluster's steps cause. Counters come last: their mark says that all before them is there. */
    public static List<ClusterWrite> inOrder(
            Clusters clusters,
            Exemplars exemplars,
            Pages pages,
            Waiters waiters,
            Alerts alerts,
            Sketches sketches,
            Counters counters,
            Decided decided,
            Clock clock) {
        return List.of(
                new StoreCluster(clusters, exemplars),
                new ListReports(pages),
                new NoteWaiters(waiters),
                new RaiseAlerts(clusters, alerts, decided, clock),
                new MergeSketches(sketches),
                new Count(counters, clock));
    }

    /**
     * Absorbs {@code batch}.
     *
     * @return what could not be absorbed, to be delivered again from there on; empty when all is done
     */
    public Optional<Setback> absorb(List<Change> batch) {
        List<Setback> setbacks = new ArrayList<>();
        Map<Listing, List<Step>> steps = new LinkedHashMap<>();
        Map<Listing, List<Step>> restated = new LinkedHashMap<>();
        for (Change change : batch) {
            Step.of(change, AbsorbChanges::isListedElsewhere).forEach(step -> step(steps, step));
            if (change instanceof Change.Revised(Position at, Occurrence before, Occurrence after)
                    && isRestated(before, after)) {
                step(restated, new Step(at, +1, after));
            }
            if (change instanceof Change.Unreadable(Position at, String reason, String raw)) {
                attempt(at, setbacks, () -> setAside.put(at, reason, raw));
            }
        }
        steps.forEach((listing, ofListing) ->
                attempt(ofListing.getFirst().position(), setbacks, () -> absorb(listing, ofListing)));
        restated.forEach((listing, changed) ->
                attempt(changed.getFirst().position(), setbacks, () -> restate(listing, changed)));
        return Setback.earliest(setbacks.stream());
    }

    private static boolean isListedElsewhere(Occurrence before, Occurrence after) {
        return !listingOf(before).equals(listingOf(after));
    }

    private static boolean isRestated(Occurrence before, Occurrence after) {
        return !isListedElsewhere(before, after) && !before.outcome().equals(after.outcome());
    }

    private void absorb(Listing listing, List<Step> steps) {
        switch (listing) {
            case Listing.OfState state -> writeOrSetAside(listing, steps, some -> pages.put(Page.of(state, some)));
            case Listing.OfCluster(ClusterId cluster) -> {
                List<Step> fresh = Step.fresh(steps, counters.read(Counter.Key.total(cluster)));
                if (!fresh.isEmpty()) {
                    writeOrSetAside(listing, fresh, some -> writes.forEach(write -> write.write(cluster, some)));
                }
            }
        }
    }

    private void restate(Listing listing, List<Step> changed) {
        switch (listing) {
            case Listing.OfState ignored -> {}
            case Listing.OfCluster(ClusterId cluster) ->
                writeOrSetAside(listing, changed, some -> writes.forEach(write -> write.restate(cluster, some)));
        }
    }

    /**
     * Steps that can never be written are set aside, each alone, so that they don't hold their shard: what storage
     * refuses, and what a mistake of ours stumbles over, which would do so again.
     */
    private void writeOrSetAside(Listing listing, List<Step> steps, Consumer<List<Step>> write) {
        try {
            write.accept(steps);
        } catch (Fault fault) {
            if (fault.blame() != Fault.Blame.DATA) {
                throw fault;
            }
            setAside(listing, steps, write, fault.getMessage());
        } catch (RuntimeException mistake) {
            setAside(listing, steps, write, mistake.toString());
        }
    }

    private void setAside(Listing listing, List<Step> steps, Consumer<List<Step>> write, String reason) {
        if (steps.size() == 1) {
            Step step = steps.getFirst();
            setAside.put(step.position(), reason, step.report().id() + " in " + listing);
        } else {
            steps.forEach(step -> writeOrSetAside(listing, List.of(step), write));
        }
    }

    private static void step(Map<Listing, List<Step>> steps, Step step) {
        steps.computeIfAbsent(listingOf(step.report()), listing -> new ArrayList<>())
                .add(step);
    }

    private static Listing listingOf(Occurrence report) {
        return report.cluster()
                .<Listing>map(Listing.OfCluster::new)
                .orElseGet(() ->
                        new Listing.OfState(Page.State.of(report.outcome()).orElseThrow()));
    }

    private static void attempt(Position from, List<Setback> setbacks, Runnable work) {
        try {
            work.run();
        } catch (Fault fault) {
            setbacks.add(new Setback(from, fault));
        }
    }

    /**
     * Why a batch has to come again.
     *
     * @param from the earliest position that is not absorbed
     * @param fault what broke there
     */
    public record Setback(Position from, Fault fault) {
        /** The earlier of both, within one lane: all from there on comes again. */
        public static Optional<Setback> earliest(Optional<Setback> one, Optional<Setback> other) {
            return earliest(Stream.of(one, other).flatMap(Optional::stream));
        }

        static Optional<Setback> earliest(Stream<Setback> setbacks) {
            return setbacks.min(Comparator.comparing(setback -> setback.from().sequence()));
        }
    }
}
