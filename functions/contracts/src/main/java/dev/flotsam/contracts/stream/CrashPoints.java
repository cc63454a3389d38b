package dev.flotsam.contracts.stream;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Mark;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.alert.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks, whenever a total's mark moves, at what a crash right there would leave for good: nothing that a mark covers is
 * ever written again, so cluster, page entry, waiters, alert, sketch and day must be there. Between two such moves
 * nothing new is covered, so every crash point is looked at.
 */
final class CrashPoints implements Counters {
    private final Stores stores;
    private final Truth truth;
    private final List<String> violations = new ArrayList<>();

    CrashPoints(Stores stores, Truth truth) {
        this.stores = stores;
        this.truth = truth;
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public Counter read(Counter.Key key) {
        return stores.counters().read(key);
    }

    @Override
    public Map<Counter.Key, Counter> readAll(Collection<Counter.Key> keys) {
        return stores.counters().readAll(keys);
    }

    @Override
    public Optional<Counter> advance(Counter.Key key, Counter.Advance advance) {
        Optional<Counter> refused = stores.counters().advance(key, advance);
        if (refused.isEmpty() && key.day().isEmpty()) {
            truth.entries(new Listing.OfCluster(key.cluster())).stream()
                    .filter(entry -> isNewlyCovered(entry.at(), advance))
                    .forEach(entry -> check(key.cluster(), entry));
        }
        return refused;
    }

    private void check(ClusterId id, Truth.Entry entry) {
        Occurrence report = entry.report();
        Optional<Cluster> cluster = stores.clusters().find(id);
        require(cluster.isPresent(), "the cluster", entry);
        require(isListed(id, entry), "the page entry", entry);
        require(isDayCovered(id, entry), "the day's count", entry);
        if (entry.sign() < 0) {
            require(stores.sketches().read(id).stale(), "the sketch's staleness", entry);
            return;
        }
        require(isSketched(id, report), "the sketch", entry);
        require(isAwaited(id, report), "the waiter", entry);
        cluster.filter(founded -> founded.creator().equals(entry.at().toString()))
                .filter(founded -> founded.cause().isNews())
                .ifPresent(founded -> require(isAlerted(id, Alert.Kind.NEW_CLUSTER), "the alert", entry));
        if (report.cause().isNews()
                && stores.decided()
                        .regression(report.app(), id, List.of(report.facts().version()))
                        .isPresent()) {
            require(isAlerted(id, Alert.Kind.REGRESSION), "the alert of its regression", entry);
        }
    }

    private boolean isListed(ClusterId id, Truth.Entry entry) {
        return stores.pages().all(new Listing.OfCluster(id)).stream()
                .filter(page -> page.lane().equals(entry.at().lane()))
                .flatMap(page -> page.entries().stream())
                .anyMatch(listed -> listed.sequence().equals(entry.at().sequence())
                        && listed.sign() == entry.sign()
                        && listed.report().equals(entry.report().id()));
    }

    private boolean isDayCovered(ClusterId id, Truth.Entry entry) {
        return stores.counters()
                .read(Counter.Key.of(id, entry.report().day()))
                .mark(entry.at().lane())
                .filter(mark -> mark.covers(entry.at()))
                .isPresent();
    }

    private boolean isSketched(ClusterId id, Occurrence report) {
        Sketch sketch = stores.sketches().read(id);
        Instant when = report.facts().captured().orElse(report.source().uploaded());
        return sketch.first().filter(first -> !first.isAfter(when)).isPresent()
                && sketch.last().filter(last -> !last.isBefore(when)).isPresent();
    }

    private boolean isAwaited(ClusterId id, Occurrence report) {
        return !(report.outcome() instanceof Outcome.Triaged triaged)
                || triaged.missing().stream()
                        .allMatch(image -> stores.waiters().of(image.uuid(), image.architecture()).stream()
                                .anyMatch(waiter -> waiter.cluster().equals(id)
                                        && !waiter.lastSeen()
                                                .isBefore(report.source().uploaded())));
    }

    private boolean isAlerted(ClusterId cluster, Alert.Kind kind) {
        return stores.alerts().raised().stream()
                .anyMatch(alert -> alert.kind() == kind && alert.cluster().equals(cluster));
    }

    private void require(boolean isThere, String what, Truth.Entry entry) {
        if (!isThere) {
            violations.add(
                    "a mark covers " + entry.at() + " (" + entry.report().id() + "), but " + what + " is not there");
        }
    }

    private static boolean isNewlyCovered(Position at, Counter.Advance advance) {
        Optional<Mark> before = advance.seen();
        return at.lane().equals(advance.lane())
                && advance.moved().covers(at)
                && before.filter(mark -> mark.covers(at)).isEmpty();
    }
}
