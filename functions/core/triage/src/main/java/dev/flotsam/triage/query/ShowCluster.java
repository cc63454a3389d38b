package dev.flotsam.triage.query;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Sketches;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.Decisions;
import dev.flotsam.triage.query.ClusterSummary.DayCount;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows one cluster with its figures. */
public final class ShowCluster {
    private static final int TREND_DAYS = 30;

    private final Clusters clusters;
    private final Counters counters;
    private final Sketches sketches;
    private final Decisions decisions;
    private final Clock clock;

    /** Over what is stored. */
    public ShowCluster(Clusters clusters, Counters counters, Sketches sketches, Decisions decisions, Clock clock) {
        this.clusters = clusters;
        this.counters = counters;
        this.sketches = sketches;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The cluster; empty where there is none that {@code viewer} sees. */
    public Optional<ClusterSummary> show(ApiKey viewer, ClusterId id) {
        return clusters.find(id).filter(cluster -> viewer.sees(cluster.app())).map(this::summary);
    }

    private ClusterSummary summary(Cluster cluster) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        List<LocalDate> days = Trend.lastDays(today, TREND_DAYS);
        Map<Counter.Key, Counter> counted = counters.readAll(
                days.stream().map(day -> Counter.Key.of(cluster.id(), day)).toList());
        return new ClusterSummary(
                cluster,
                counters.read(Counter.Key.total(cluster.id())),
                sketches.read(cluster.id()),
                decisions.find(cluster.app(), cluster.id()).orElseGet(() -> Decision.none(cluster.app(), cluster.id())),
                days.stream()
                        .map(day -> new DayCount(day, Trend.count(counted, cluster.id(), day)))
                        .toList());
    }
}
