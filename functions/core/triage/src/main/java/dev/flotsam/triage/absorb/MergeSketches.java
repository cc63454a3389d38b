package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;
import java.util.List;

/** First and last seen, devices and samples. */
final class MergeSketches implements ClusterWrite {
    private final Sketches sketches;

    MergeSketches(Sketches sketches) {
        this.sketches = sketches;
    }

    @Override
    public void write(ClusterId cluster, List<Step> steps) {
        Sketch sketch = steps.stream().map(Sketch::of).reduce(Sketch.EMPTY, Sketch::merge);
        sketches.merge(cluster, steps.getFirst().position().lane(), sketch);
    }
}
