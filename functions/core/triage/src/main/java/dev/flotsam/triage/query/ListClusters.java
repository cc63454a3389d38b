package dev.flotsam.triage.query;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.absorb.Sketches;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.Decisions;
import dev.flotsam.triage.query.ClusterSummary.DayCount;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists clusters with their figures. */
public final class ListClusters {
    /** Clusters looked at for one list, newest first; the answer says when there were more. */
    public static final int MOST_EXAMINED = 2_000;

    /** Days of the trend beside each cluster of a list. */
    public static final int TREND_DAYS = 14;

    private static final int SLICE = 200;

    private final Clusters clusters;
    private final Counters counters;
    private final Sketches sketches;
    private final Decisions decisions;
    private final Clock clock;

    /** Over what is stored. */
    public ListClusters(Clusters clusters, Counters counters, Sketches sketches, Decisions decisions, Clock clock) {
        this.clusters = clusters;
        this.counters = counters;
        this.sketches = sketches;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * One page of a list.
     *
     * @param viewer sees the clusters of its apps only
     * @param filter which clusters
     * @param sort in which order
     * @param offset how many to pass over
     * @param most how many at the most
     */
    public Listed list(ApiKey viewer, ClusterFilter filter, Sort sort, int offset, int most) {
        List<Cluster> admitted = new ArrayList<>();
        Map<ClusterId, Decision> decided = new HashMap<>();
        boolean isComplete = true;
        for (String app : apps(viewer, filter)) {
            isComplete &= collect(app, filter, admitted);
            decided.putAll(decisions.ofApp(app));
        }
        List<ClusterId> ids = admitted.stream().map(Cluster::id).toList();
        Map<Counter.Key, Counter> totals =
                counters.readAll(ids.stream().map(Counter.Key::total).toList());
        Map<ClusterId, Sketch> sketched = sketches.readAll(ids);
        List<ClusterSummary> all = admitted.stream()
                .map(cluster -> new ClusterSummary(
                        cluster,
                        totals.getOrDefault(Counter.Key.total(cluster.id()), Counter.EMPTY),
                        sketched.getOrDefault(cluster.id(), Sketch.EMPTY),
                        decided.getOrDefault(cluster.id(), Decision.none(cluster.app(), cluster.id())),
                        List.of()))
                // Before its first count is written, or after its last report was deleted, a cluster is not there yet.
                .filter(summary -> summary.count() > 0)
                .filter(summary -> filter.admits(summary, clock.instant()))
                .sorted(sort.order())
                .toList();
        List<ClusterSummary> page = all.stream().skip(offset).limit(most).toList();
        Optional<Integer> next =
                offset + page.size() < all.size() ? Optional.of(offset + page.size()) : Optional.empty();
        return new Listed(withTrends(page), next, isComplete);
    }

    private List<String> apps(ApiKey viewer, ClusterFilter filter) {
        if (!filter.app().isEmpty()) {
            return viewer.sees(filter.app()) ? List.of(filter.app()) : List.of();
        }
        return clusters.apps().stream().filter(viewer::sees).toList();
    }

    private boolean collect(String app, ClusterFilter filter, List<Cluster> admitted) {
        Optional<String> cursor = Optional.empty();
        do {
            if (admitted.size() >= MOST_EXAMINED) {
                return false;
            }
            Clusters.Slice slice = clusters.ofApp(app, cursor, SLICE);
            slice.clusters().stream().filter(filter::admits).forEach(admitted::add);
            cursor = slice.next();
        } while (cursor.isPresent());
        return true;
    }

    private List<ClusterSummary> withTrends(List<ClusterSummary> page) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        List<LocalDate> days = Trend.lastDays(today, TREND_DAYS);
        List<Counter.Key> keys = page.stream()
                .flatMap(summary -> days.stream()
                        .map(day -> Counter.Key.of(summary.cluster().id(), day)))
                .toList();
        Map<Counter.Key, Counter> counted = counters.readAll(keys);
        return page.stream()
                .map(summary -> new ClusterSummary(
                        summary.cluster(),
                        summary.total(),
                        summary.sketch(),
                        summary.decision(),
                        days.stream()
                                .map(day -> new DayCount(
                                        day,
                                        Trend.count(counted, summary.cluster().id(), day)))
                                .collect(Collectors.toList())))
                .toList();
    }

    /**
     * A page of a list.
     *
     * @param clusters in order
     * @param next offset of the next page, empty at the end
     * @param isComplete whether every cluster was looked at
     */
    public record Listed(List<ClusterSummary> clusters, Optional<Integer> next, boolean isComplete) {
        public Listed {
            clusters = List.copyOf(clusters);
        }
    }
}
