package dev.flotsam.triage.decide;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Fault;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Decisions follow reports: call it when symbols or rules have moved all reports of one cluster to another. Repeating it
 * changes nothing.
 *
 * <p>A decision about the target stands. So does that nobody decided about it when the target is the older of the two:
 * it has reports of its own then, and what was decided about a few must not hide them. Links follow too, unless they
 * contradict what the target is linked to.
 */
public final class CarryDecisions {
    private static final int MOST_ATTEMPTS = 20;

    private final Decisions decisions;
    private final Links links;
    private final Clusters clusters;

    /** Over what is stored. */
    public CarryDecisions(Decisions decisions, Links links, Clusters clusters) {
        this.decisions = decisions;
        this.links = links;
        this.clusters = clusters;
    }

    /**
     * Carries what was decided, and leaves behind where the reports went.
     *
     * @param app whose clusters
     * @param from the cluster that all reports left
     * @param to the cluster they are in now
     */
    public void carry(String app, ClusterId from, ClusterId to) {
        if (from.equals(to)) {
            return;
        }
        LinkClusters.change(links, app, book -> new LinkClusters.Outcome.Linked(RenamedLinks.of(book, from, to)));
        Decision left = decisions.find(app, from).orElseGet(() -> Decision.none(app, from));
        boolean follows = !left.history().isEmpty() && !isOlder(to, from);
        change(app, to, standing -> arrived(standing, left, follows));
        point(app, from, to);
    }

    /**
     * Only leaves behind where most reports went, when they went to several clusters: what was decided about them together
     * holds for none of them.
     */
    public void point(String app, ClusterId from, ClusterId to) {
        change(
                app,
                from,
                standing -> standing.movedTo().filter(to::equals).isPresent() ? standing : standing.movedTo(to));
    }

    /** Copies what was decided when only some of the reports went: it holds for each part until people say otherwise. */
    public void copy(String app, ClusterId from, ClusterId to) {
        decisions
                .find(app, from)
                .filter(left -> !left.history().isEmpty())
                .filter(left -> !isOlder(to, from))
                .ifPresent(left -> change(
                        app,
                        to,
                        standing -> standing.history().isEmpty()
                                ? standing.following(left, standing.revision())
                                : standing));
    }

    /** A cluster whose reports had left and come back forgets that they left, and what was decided before. */
    private static Decision arrived(Decision standing, Decision left, boolean follows) {
        boolean isBack = standing.movedTo().isPresent();
        if (isBack) {
            return left.history().isEmpty() ? standing.back() : standing.back().following(left, standing.revision());
        }
        return follows && standing.history().isEmpty() ? standing.following(left, standing.revision()) : standing;
    }

    private boolean isOlder(ClusterId one, ClusterId other) {
        Optional<Cluster> first = clusters.find(one);
        Optional<Cluster> second = clusters.find(other);
        return first.isPresent()
                && second.isPresent()
                && first.get().created().isBefore(second.get().created());
    }

    private void change(String app, ClusterId cluster, UnaryOperator<Decision> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Decision standing = decisions.find(app, cluster).orElseGet(() -> Decision.none(app, cluster));
            Decision changed = change.apply(standing);
            if (changed.equals(standing) || decisions.replace(changed)) {
                return;
            }
        }
        throw new Fault(Fault.Blame.CAPACITY, "the decision about " + cluster + " changed too often meanwhile", null);
    }
}
