package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;
import java.util.List;

/** One thing that reports joining or leaving a cluster cause. Idempotent: it may be written again after a crash. */
public interface ClusterWrite {

    /**
     * Writes it.
     *
     * @param cluster which
     * @param steps of one lane, in stream order, at least one
     * @throws dev.flotsam.triage.Fault when storage fails; nothing behind it in the order is written then
     */
    void write(ClusterId cluster, List<Step> steps);

    /**
     * Writes what reports cause that changed and stay where they are. No mark covers it: it is written again whenever the
     * change is delivered again.
     *
     * @param changed each as it is now
     */
    default void restate(ClusterId cluster, List<Step> changed) {}
}
