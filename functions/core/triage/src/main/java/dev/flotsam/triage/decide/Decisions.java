package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import java.util.Map;
import java.util.Optional;

/** Stored decisions. */
public interface Decisions {

    /** What was decided, read consistently; empty if nobody touched the cluster and its reports never moved. */
    Optional<Decision> find(String app, ClusterId cluster);

    /** All that was decided about an app's clusters; a change may take a moment to show. */
    Map<ClusterId, Decision> ofApp(String app);

    /**
     * Replaces revision {@code decision.revision() - 1}, or stores the first one. Atomic.
     *
     * @return false if another revision stands: read again
     */
    boolean replace(Decision decision);
}
