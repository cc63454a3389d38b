package dev.flotsam.servetriage;

import dev.flotsam.triage.ClusterId;
import java.util.Optional;

/** Ids of clusters as they are asked for. */
final class ClusterIds {
    private ClusterIds() {}

    /** The id; empty if it can't be one. */
    static Optional<ClusterId> parse(String id) {
        try {
            return Optional.of(new ClusterId(id));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
