package dev.flotsam.contracts.fake;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Clusters in memory. */
public final class FakeClusters implements Clusters {
    private static final Comparator<Cluster> NEWEST_FIRST =
            Comparator.comparing(Cluster::created).thenComparing(Cluster::id).reversed();

    private final Map<ClusterId, Cluster> clusters = new TreeMap<>();

    @Override
    public synchronized Cluster putIfAbsent(Cluster cluster) {
        Cluster standing = clusters.putIfAbsent(cluster.id(), cluster);
        return standing == null ? cluster : standing;
    }

    @Override
    public synchronized Optional<Cluster> find(ClusterId id) {
        return Optional.ofNullable(clusters.get(id));
    }

    @Override
    public synchronized Map<ClusterId, Cluster> findAll(Collection<ClusterId> ids) {
        Map<ClusterId, Cluster> found = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(cluster -> found.put(id, cluster)));
        return found;
    }

    @Override
    public synchronized List<String> apps() {
        return clusters.values().stream()
                .map(FakeClusters::listed)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public synchronized Slice ofApp(String app, Optional<String> after, int most) {
        List<Cluster> rest = clusters.values().stream()
                .filter(cluster -> listed(cluster).equals(app))
                .sorted(NEWEST_FIRST)
                .dropWhile(cluster -> after.isPresent() && !cursor(cluster).equals(after.get()))
                .skip(after.isPresent() ? 1 : 0)
                .toList();
        List<Cluster> kept = rest.subList(0, Math.min(most, rest.size()));
        return new Slice(kept, rest.size() > most ? Optional.of(cursor(kept.getLast())) : Optional.empty());
    }

    /** Every cluster, by id. */
    public synchronized List<Cluster> all() {
        return List.copyOf(clusters.values());
    }

    private static String cursor(Cluster cluster) {
        return cluster.created() + "~" + cluster.id();
    }

    /** Reports may name no app; lists need a name. */
    private static String listed(Cluster cluster) {
        return cluster.app().isEmpty() ? "?" : cluster.app();
    }
}
