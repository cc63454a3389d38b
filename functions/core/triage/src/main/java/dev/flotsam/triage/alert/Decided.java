package dev.flotsam.triage.alert;

import dev.flotsam.triage.ClusterId;

/** What people decided of clusters, as far as alerts care. */
@FunctionalInterface
public interface Decided {

    /** Nobody decided anything. */
    Decided NOTHING = (app, cluster) -> false;

    /**
     * Whether people know the cluster although no report of it was absorbed yet: they set it apart from another one, or
     * its bug had another signature before.
     */
    boolean isFamiliar(String app, ClusterId cluster);
}
