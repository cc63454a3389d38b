package dev.flotsam.triage.alert.message;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * A resolved cluster is back.
     *
     * @param cluster it
     * @param reports how many reports it has by now
     * @param versions what it was resolved in, and what has it again
     */
    record Regressed(Cluster cluster, long reports, Alert.Versions versions) implements News {}

    /**
     * Many new clusters, regressions or corrections at once.
     *
     * @param ids all that are new
     * @param byApp how many new ones per app
     * @param named those told in words, at most {@link #MOST_NAMED}
     * @param regressed all that are back
     * @param corrected all that were corrected
     */
    record ManyNewClusters(
            List<ClusterId> ids,
            Map<String, Integer> byApp,
            List<NewCluster> named,
            List<Regression> regressed,
            List<Correction> corrected)
            implements News {
        /** Clusters that a digest tells in words: as many new ones, and as many that are back. */
        public static final int MOST_NAMED = 20;

        public ManyNewClusters {
            ids = List.copyOf(ids);
            byApp = Map.copyOf(byApp);
            named = List.copyOf(named);
            regressed = List.copyOf(regressed);
            corrected = List.copyOf(corrected);
        }

        /**
         * A regression within a digest.
         *
         * @param id of the cluster
         * @param app its app
         * @param title of those told in words
         * @param versions as of {@link Regressed}
         */
        public record Regression(ClusterId id, String app, Optional<String> title, Alert.Versions versions) {}

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
