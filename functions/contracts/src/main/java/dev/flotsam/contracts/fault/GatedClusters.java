package dev.flotsam.contracts.fault;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clusters behind a gate. */
record GatedClusters(Clusters inner, Gate gate) implements Clusters {
    @Override
    public Cluster putIfAbsent(Cluster cluster) {
        return gate.call("clusters.putIfAbsent", () -> inner.putIfAbsent(cluster));
    }

    @Override
    public Optional<Cluster> find(ClusterId id) {
        return gate.call("clusters.find", () -> inner.find(id));
    }

    @Override
    public Map<ClusterId, Cluster> findAll(Collection<ClusterId> ids) {
        return gate.call("clusters.findAll", () -> inner.findAll(ids));
    }

    @Override
    public List<String> apps() {
        return gate.call("clusters.apps", inner::apps);
    }

    @Override
    public Slice ofApp(String app, Optional<String> after, int most) {
        return gate.call("clusters.ofApp", () -> inner.ofApp(app, after, most));
    }
}
