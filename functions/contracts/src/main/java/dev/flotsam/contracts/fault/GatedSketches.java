package dev.flotsam.contracts.fault;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.absorb.Sketches;
import java.util.Collection;
import java.util.Map;

/** Sketches behind a gate. */
record GatedSketches(Sketches inner, Gate gate) implements Sketches {
    @Override
    public void merge(ClusterId cluster, String lane, Sketch more) {
        gate.run("sketches.merge", () -> inner.merge(cluster, lane, more));
    }

    @Override
    public Sketch read(ClusterId cluster) {
        return gate.call("sketches.read", () -> inner.read(cluster));
    }

    @Override
    public Map<ClusterId, Sketch> readAll(Collection<ClusterId> clusters) {
        return gate.call("sketches.readAll", () -> inner.readAll(clusters));
    }
}
