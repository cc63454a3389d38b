package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Decided;

/** What people decided of clusters, for alerts. */
public final class DecidedBefore implements Decided {
    private final Decisions decisions;
    private final Links links;

    /** Over what is stored. */
    public DecidedBefore(Decisions decisions, Links links) {
        this.decisions = decisions;
        this.links = links;
    }

    @Override
    public boolean isFamiliar(String app, ClusterId cluster) {
        return links.find(app).mentions(cluster) || decisions.find(app, cluster).isPresent();
    }
}
