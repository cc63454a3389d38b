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
     * Many new clusters at once.
     *
     * @param ids all of them
     * @param byApp how many per app
     * @param named those told in words, at most {@link #MOST_NAMED}
     */
    record ManyNewClusters(List<ClusterId> ids, Map<String, Integer> byApp, List<NewCluster> named) implements News {
        /** Clusters that a digest tells in words. */
        public static final int MOST_NAMED = 20;

        public ManyNewClusters {
            ids = List.copyOf(ids);
            byApp = Map.copyOf(byApp);
            named = List.copyOf(named);
        }
    }

    /**
     * A hook works.
     *
     * @param label what people call the hook
     */
    record HookWorks(String label) implements News {}
}
