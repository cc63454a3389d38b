package dev.flotsam.triage.health;

import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.absorb.Sketches;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.decide.AppVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Apps, and how each version of one does. */
public final class ShowHealth {
    private final Clusters clusters;
    private final Versions versions;
    private final Counters counters;
    private final Sketches sketches;

    /** Over what is stored. */
    public ShowHealth(Clusters clusters, Versions versions, Counters counters, Sketches sketches) {
        this.clusters = clusters;
        this.versions = versions;
        this.counters = counters;
        this.sketches = sketches;
    }

    /** Apps that the viewer sees, sorted: those with clusters and those with a health. */
    public List<String> apps(ApiKey viewer) {
        SortedSet<String> apps = new TreeSet<>(versions.apps());
        apps.addAll(clusters.apps());
        return apps.stream().filter(viewer::sees).toList();
    }

    /**
     * Versions of an app, newest first.
     *
     * @param offset how many to pass over
     * @param most how many at the most
     * @return empty if the viewer doesn't see the app, or it has neither clusters nor health
     */
    public Optional<Shown> show(ApiKey viewer, String app, int offset, int most) {
        if (!apps(viewer).contains(app)) {
            return Optional.empty();
        }
        List<String> all =
                versions.of(app).stream().sorted(AppVersion::newestFirst).toList();
        List<HealthKey> page = all.stream()
                .skip(offset)
                .limit(most)
                .map(version -> new HealthKey(app, version))
                .toList();
        Map<Counter.Key, Counter> sums = counters.readAll(
                page.stream().map(key -> Counter.Key.total(key.all())).toList());
        List<VersionHealth> shown = new ArrayList<>();
        for (HealthKey key : page) {
            Counter counter = sums.getOrDefault(Counter.Key.total(key.all()), Counter.EMPTY);
            shown.add(new VersionHealth(
                    key.version(),
                    new HealthTally(counter.tally()),
                    sketches.read(key.all()),
                    sketches.read(key.crashed()),
                    sketches.read(key.foomed())));
        }
        int next = offset + page.size();
        return Optional.of(new Shown(shown, next < all.size() ? Optional.of(next) : Optional.empty()));
    }

    /**
     * A page of versions.
     *
     * @param versions newest first
     * @param next offset of the next page, empty at the end
     */
    public record Shown(List<VersionHealth> versions, Optional<Integer> next) {
        public Shown {
            versions = List.copyOf(versions);
        }
    }

    /**
     * How one version does.
     *
     * @param version such as "5.2 (1042)", empty if unknown
     * @param sums exact counts
     * @param all devices that told of it
     * @param crashed devices that crashed
     * @param foomed devices that ran out of memory in front
     */
    public record VersionHealth(String version, HealthTally sums, Sketch all, Sketch crashed, Sketch foomed) {}
}
