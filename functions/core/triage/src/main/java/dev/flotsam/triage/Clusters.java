package dev.flotsam.triage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clusters themselves, without their counters. */
public interface Clusters {

    /**
     * Stores a cluster unless it is there. Atomic.
     *
     * @return the cluster that stands: {@code cluster} itself, or the one that came first
     */
    Cluster putIfAbsent(Cluster cluster);

    /** The cluster, read consistently. */
    Optional<Cluster> find(ClusterId id);

    /** Those of the clusters that exist. */
    Map<ClusterId, Cluster> findAll(Collection<ClusterId> ids);

    /** Names of the apps that have clusters, sorted; new ones show up when their first cluster is stored. */
    List<String> apps();

    /**
     * Clusters of an app, newest first by creation.
     *
     * @param after cursor to go on behind
     * @param most how many at the most
     */
    Slice ofApp(String app, Optional<String> after, int most);

    /**
     * Some clusters.
     *
     * @param clusters newest first
     * @param next cursor to go on with, empty at the end
     */
    record Slice(List<Cluster> clusters, Optional<String> next) {
        public Slice {
            clusters = List.copyOf(clusters);
        }
    }
}
