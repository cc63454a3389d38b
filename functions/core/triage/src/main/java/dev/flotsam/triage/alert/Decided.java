package dev.flotsam.triage.alert;

import dev.flotsam.triage.ClusterId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What people decided of clusters, as far as alerts care. */
public interface Decided {

    /** Nobody decided anything. */
    Decided NOTHING = new Decided() {
        @Override
        public boolean isFamiliar(String app, ClusterId cluster) {
            return false;
        }

        @Override
        public Optional<Regression> regression(String app, ClusterId cluster, Collection<String> seen) {
            return Optional.empty();
        }
    };

    /**
     * Whether people know the cluster although no report of it was absorbed yet: they set it apart from another one, or
     * its bug had another signature before.
     */
    boolean isFamiliar(String app, ClusterId cluster);

    /**
     * Whether reports contradict that a cluster, or the one it is merged into, is resolved.
     *
     * @param cluster where they count
     * @param seen their app versions
     */
    Optional<Regression> regression(String app, ClusterId cluster, Collection<String> seen);

    /**
     * A resolved cluster is back.
     *
     * @param cluster as people see it
     * @param resolved version that it was resolved in
     * @param seen the newest version that has it again
     * @param since when it was resolved
     */
    record Regression(ClusterId cluster, String resolved, String seen, Instant since) {}
}
