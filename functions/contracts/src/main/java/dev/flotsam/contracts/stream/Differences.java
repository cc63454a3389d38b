package dev.flotsam.contracts.stream;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.alert.Alert;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is stored at the end of a run, held against the truth. */
final class Differences {
    private final Truth truth;
    private final Stores stores;
    private final Set<Position> setAside;
    private final List<String> found = new ArrayList<>();

    private Differences(Truth truth, Stores stores) {
        this.truth = truth;
        this.stores = stores;
        this.setAside = stores.setAside().all().keySet();
    }

    /** Every difference, in words; none when all is exact. */
    static List<String> between(Truth truth, Stores stores) {
        Differences differences = new Differences(truth, stores);
        truth.lists().forEach(differences::compare);
        differences.compareStrays();
        differences.compareSetAside();
        return List.copyOf(differences.found);
    }

    private void compare(Listing list) {
        List<Truth.Entry> entries = truth.entries(list);
        if (list instanceof Listing.OfCluster(ClusterId cluster)) {
            compareCounts(cluster, entries);
            compareCluster(cluster, entries);
            found.addAll(new SketchDifferences(stores, cluster).of(entries));
        }
        comparePages(list, entries);
    }

    private void compareCounts(ClusterId cluster, List<Truth.Entry> entries) {
        compareCounter("total of " + cluster, Counter.Key.total(cluster), entries);
        Map<LocalDate, List<Truth.Entry>> byDay = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.report().day(), TreeMap::new, Collectors.toList()));
        byDay.forEach((day, ofDay) -> compareCounter(day + " of " + cluster, Counter.Key.of(cluster, day), ofDay));
    }

    private void compareCounter(String what, Counter.Key key, List<Truth.Entry> entries) {
        Counter counter = stores.counters().read(key);
        same(
                what,
                entries.stream().mapToLong(Truth.Entry::sign).sum(),
                counter.tally().reports());
        Map<String, Long> parts = new TreeMap<>();
        for (Truth.Entry entry : entries) {
            Occurrence.Facts facts = entry.report().facts();
            parts.merge("version:" + facts.version(), (long) entry.sign(), Long::sum);
            parts.merge("os:" + facts.os(), (long) entry.sign(), Long::sum);
            parts.merge("device:" + facts.device(), (long) entry.sign(), Long::sum);
        }
        same(
                what + " by part",
                withoutZeros(parts),
                withoutZeros(counter.tally().by()));
    }

    private long alerts(ClusterId id, Alert.Kind kind) {
        return stores.alerts().raised().stream()
                .filter(alert -> alert.kind() == kind && alert.cluster().equals(id))
                .count();
    }

    private boolean isBack(ClusterId id, List<Truth.Entry> joins) {
        return joins.stream()
                .map(Truth.Entry::report)
                .filter(report -> report.cause().isNews())
                .anyMatch(report -> stores.decided()
                        .regression(report.app(), id, List.of(report.facts().version()))
                        .isPresent());
    }

    private void compareCluster(ClusterId id, List<Truth.Entry> entries) {
        List<Truth.Entry> joins =
                entries.stream().filter(entry -> entry.sign() > 0).toList();
        Cluster cluster = stores.clusters().find(id).orElse(null);
        same(id + " exists", !joins.isEmpty(), cluster != null);
        if (cluster == null) {
            return;
        }
        List<Cause> causes = joins.stream()
                .filter(entry -> entry.at().toString().equals(cluster.creator()))
                .filter(entry -> entry.report().id().equals(cluster.firstReport()))
                .map(entry -> entry.report().cause())
                .toList();
        same("cause of " + id + " is that of the report that founded it", List.of(cluster.cause()), causes);
        same(
                "alerts of " + id + ", born by " + cluster.cause(),
                cluster.cause().isNews() ? 1L : 0L,
                alerts(id, Alert.Kind.NEW_CLUSTER));
        same("regressions of " + id, isBack(id, joins) ? 1L : 0L, alerts(id, Alert.Kind.REGRESSION));
    }

    private void comparePages(Listing list, List<Truth.Entry> entries) {
        Set<String> expected = entries.stream()
                .map(entry -> line(entry.at(), entry.sign(), entry.report().id()))
                .collect(Collectors.toSet());
        Set<String> listed = stores.pages().all(list).stream()
                .flatMap(page -> page.entries().stream()
                        .map(entry -> line(new Position(page.lane(), entry.sequence()), entry.sign(), entry.report())))
                .collect(Collectors.toSet());
        same("missing from the pages of " + list, Set.of(), minus(expected, listed));
        same("strangers on the pages of " + list, Set.of(), minus(listed, expected));
    }

    private void compareStrays() {
        Set<ClusterId> known = truth.lists().stream()
                .filter(Listing.OfCluster.class::isInstance)
                .map(list -> ((Listing.OfCluster) list).cluster())
                .collect(Collectors.toSet());
        Set<ClusterId> stored = new HashSet<>();
        stores.clusters().all().forEach(cluster -> stored.add(cluster.id()));
        stores.counters().keys().forEach(key -> stored.add(key.cluster()));
        stores.alerts().raised().forEach(alert -> stored.add(alert.cluster()));
        same("clusters nobody founded", Set.of(), minus(stored, known));
    }

    private void compareSetAside() {
        same("unreadable records not set aside", Set.of(), minus(truth.unreadable(), setAside));
        same("set aside for no reason", Set.of(), minus(setAside, truth.unreadable()));
    }

    private void same(String what, Object expected, Object stored) {
        if (!Objects.equals(expected, stored)) {
            found.add(what + ": true is " + expected + ", stored is " + stored);
        }
    }

    private static String line(Position at, int sign, ReportId report) {
        return (sign > 0 ? "+" : "-") + report + " at " + at;
    }

    private static Map<String, Long> withoutZeros(Map<String, Long> parts) {
        Map<String, Long> kept = new TreeMap<>(parts);
        kept.values().removeIf(count -> count == 0);
        return kept;
    }

    private static <T> Set<T> minus(Set<T> all, Set<T> some) {
        Set<T> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
