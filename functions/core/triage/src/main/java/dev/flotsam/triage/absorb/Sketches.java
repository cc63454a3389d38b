package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;
import java.util.Collection;
import java.util.Map;

/** Sketches of clusters. Merging is commutative and idempotent, so repeats and races change nothing. */
public interface Sketches {

    /** Merges {@code more} into what is kept for the cluster; safe against concurrent merges. */
    void merge(ClusterId cluster, String lane, Sketch more);

    /** The sketch of the whole cluster; {@link Sketch#EMPTY} if none. */
    Sketch read(ClusterId cluster);

    /** Sketches of those clusters that have one, for lists: they may lag behind a moment. */
    Map<ClusterId, Sketch> readAll(Collection<ClusterId> clusters);
}
