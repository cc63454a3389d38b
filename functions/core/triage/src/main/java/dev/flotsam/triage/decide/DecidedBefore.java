package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Decided;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people decided of clusters, for alerts. */
public final class DecidedBefore implements Decided {
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

    @Override
    public Optional<Regression> regression(String app, ClusterId cluster, Collection<String> seen) {
        ClusterId shown = recentLinks.apply(app).head(cluster);
        return decisions.find(app, shown).flatMap(decision -> regression(decision, seen));
    }

    private static Optional<Regression> regression(Decision decision, Collection<String> seen) {
        if (!(decision.standing().state() instanceof State.Resolved resolved)) {
            return Optional.empty();
        }
        List<String> newer = seen.stream()
                .filter(version -> Standing.isRegression(resolved, version))
                .toList();
        return AppVersion.newest(newer)
                .map(newest ->
                        new Regression(decision.cluster(), resolved.version(), newest, since(decision, resolved)));
    }

    /** When it was resolved in this version: assigning it or writing a note resolves nothing anew. */
    private static Instant since(Decision decision, State.Resolved resolved) {
        List<Decision.Entry> history = decision.history();
        int first = history.size() - 1;
        while (first > 0 && history.get(first - 1).standing().state().equals(resolved)) {
            first--;
        }
        return history.get(first).at();
    }
}
