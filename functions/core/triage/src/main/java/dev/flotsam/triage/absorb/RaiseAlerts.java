package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.Decided;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * "New cluster", raised by whoever absorbs the position that founded it: that position is delivered until all it causes
 * is there, so the alert can neither be forgotten nor doubled. "Regressed", raised by whoever absorbs a report of a version
 * newer than the one its cluster is resolved in: once a resolution, whoever comes first. A report that only moves tells
 * nothing new.
 */
final class RaiseAlerts implements ClusterWrite {
    private final Clusters clusters;
    private final Alerts alerts;
    private final Decided decided;
    private final Clock clock;

    RaiseAlerts(Clusters clusters, Alerts alerts, Decided decided, Clock clock) {
        this.clusters = clusters;
        this.alerts = alerts;
        this.decided = decided;
        this.clock = clock;
    }

    @Override
    public void write(ClusterId id, List<Step> steps) {
        Optional<Cluster> stored = clusters.find(id);
        stored.filter(cluster -> cluster.cause().isNews())
                .filter(cluster -> steps.stream().anyMatch(step -> isFounding(step, cluster)))
                .filter(cluster -> !decided.isFamiliar(cluster.app(), id))
                .ifPresent(cluster ->
                        alerts.raise(new Alert(Alert.Kind.NEW_CLUSTER, id, cluster.app(), "1", clock.instant())));
        List<String> seen = seen(steps);
        if (!seen.isEmpty()) {
            stored.flatMap(cluster -> decided.regression(cluster.app(), id, seen)
                            .map(regression -> Alert.regression(cluster.app(), regression, clock.instant())))
                    .ifPresent(alerts::raise);
        }
    }

    /** Versions of reports that are news. */
    private static List<String> seen(List<Step> steps) {
        return steps.stream()
                .filter(Step::joins)
                .map(Step::report)
                .filter(report -> report.cause().isNews())
                .map(report -> report.facts().version())
                .filter(version -> !version.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isFounding(Step step, Cluster cluster) {
        return step.position().toString().equals(cluster.creator());
    }
}
