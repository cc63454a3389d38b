package dev.flotsam.contracts.fake;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.absorb.Sketches;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Sketches in memory. */
public final class FakeSketches implements Sketches {
    private final Map<ClusterId, Sketch> sketches = new HashMap<>();

    @Override
    public synchronized void merge(ClusterId cluster, String lane, Sketch more) {
        sketches.merge(cluster, more, Sketch::merge);
    }

    @Override
    public synchronized Sketch read(ClusterId cluster) {
        return sketches.getOrDefault(cluster, Sketch.EMPTY);
    }

    @Override
    public synchronized Map<ClusterId, Sketch> readAll(Collection<ClusterId> clusters) {
        Map<ClusterId, Sketch> found = new HashMap<>(sketches);
        found.keySet().retainAll(clusters);
        return found;
    }
}
