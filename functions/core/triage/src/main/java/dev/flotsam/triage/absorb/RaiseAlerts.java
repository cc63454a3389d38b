package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.Decided;
import java.time.Clock;
import java.util.List;

/**
 * "New cluster", raised by whoever absorbs the position that founded it: that position is delivered until all it causes
 * is there, so the alert can neither be forgotten nor doubled.
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
        clusters.find(id)
                .filter(cluster -> cluster.cause().isNews())
                .filter(cluster -> steps.stream().anyMatch(step -> isFounding(step, cluster)))
                .filter(cluster -> !decided.isFamiliar(cluster.app(), id))
                .ifPresent(cluster ->
                        alerts.raise(new Alert(Alert.Kind.NEW_CLUSTER, id, cluster.app(), "1", clock.instant())));
    }

    private static boolean isFounding(Step step, Cluster cluster) {
        return step.position().toString().equals(cluster.creator());
    }
}
