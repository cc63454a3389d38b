package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import java.util.List;
import java.util.Map;

/** What one message tells. */
public sealed interface News {

    /**
     * A cluster nobody has seen before.
     *
     * @param cluster it
     * @param reports how many reports it has by now
     */
    record NewCluster(Cluster cluster, long reports) implements News {}

    /**
     * Symbols arrived: reports of a cluster turned out to be another's.
     *
     * @param from the cluster as people were told of it
     * @param to where most of its reports are now
     * @param reports how many reports that one has by now
     */
    record Corrected(Cluster from, Cluster to, long reports) implements News {}

    /**
     * Many new clusters or corrections at once.
     *
     * @param ids all that are new
     * @param byApp how many new ones per app
     * @param named those told in words, at most {@link #MOST_NAMED}
     * @param corrected all that were corrected
     */
    record ManyNewClusters(
            List<ClusterId> ids, Map<String, Integer> byApp, List<NewCluster> named, List<Correction> corrected)
            implements News {
        /** Clusters that a digest tells in words. */
        public static final int MOST_NAMED = 20;

        public ManyNewClusters {
            ids = List.copyOf(ids);
            byApp = Map.copyOf(byApp);
            named = List.copyOf(named);
            corrected = List.copyOf(corrected);
        }

        /**
         * A correction within a digest.
         *
         * @param from a cluster
         * @param to where most of its reports are now
         */
        public record Correction(ClusterId from, ClusterId to) {}
    }

    /**
     * A hook works.
     *
     * @param label what people call the hook
     */
    record HookWorks(String label) implements News {}
}
