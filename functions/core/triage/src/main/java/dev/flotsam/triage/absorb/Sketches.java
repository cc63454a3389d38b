package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;

/** Sketches of clusters. Merging is commutative and idempotent, so repeats and races change nothing. */
public interface Sketches {

    /** Merges {@code more} into what is kept for the cluster; safe against concurrent merges. */
    void merge(ClusterId cluster, String lane, Sketch more);

    /** The sketch of the whole cluster; {@link Sketch#EMPTY} if none. */
    Sketch read(ClusterId cluster);
}
