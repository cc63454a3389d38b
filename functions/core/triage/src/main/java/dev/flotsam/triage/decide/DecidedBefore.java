package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Decided;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people decided of clusters, for alerts. */
public final class DecidedBefore implements Decided {
    /** Merges and moves followed from one cluster to another. */
    private static final int MOST_HOPS = 8;

    private final Decisions decisions;
    private final Links links;
    private final Function<String, LinkBook> recentLinks;

    /**
     * Over what is stored.
     *
     * @param recentLinks the links of an app as well, where they may lag behind a moment
     */
    public DecidedBefore(Decisions decisions, Links links, Function<String, LinkBook> recentLinks) {
        this.decisions = decisions;
        this.links = links;
        this.recentLinks = recentLinks;
    }

    @Override
    public boolean isFamiliar(String app, ClusterId cluster) {
        return links.find(app).mentions(cluster) || decisions.find(app, cluster).isPresent();
    }

    /** Follows where reports went and what people merged, as the page does. */
    @Override
    public Optional<Regression> regression(String app, ClusterId cluster, Collection<String> seen) {
        LinkBook book = recentLinks.apply(app);
        ClusterId at = cluster;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            Optional<Decision> decision = decisions.find(app, at);
            ClusterId next = book.head(decision.flatMap(Decision::movedTo).orElse(at));
            if (next.equals(at)) {
                return decision.flatMap(shown -> regression(shown, seen));
            }
            at = next;
        }
        return Optional.empty();
    }

    private static Optional<Regression> regression(Decision decision, Collection<String> seen) {
        if (!(decision.standing().state() instanceof State.Resolved resolved)) {
            return Optional.empty();
        }
        List<String> newer = seen.stream()
                .filter(version -> Standing.isRegression(resolved, version))
                .toList();
        return AppVersion.newest(newer)
                .flatMap(newest -> decision.since()
                        .map(since -> new Regression(decision.cluster(), resolved.version(), newest, since)));
    }
}
