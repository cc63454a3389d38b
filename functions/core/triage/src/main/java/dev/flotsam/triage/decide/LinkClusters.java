package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.decide.LinkBook.Apart;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * People say what belongs together and what does not. No report is rewritten by a merge: reading follows links. A part
 * that is set apart by a rule is moved by {@link MoveParts}.
 */
public final class LinkClusters {
    private static final int MOST_ATTEMPTS = 20;

    private final Links links;
    private final Clock clock;

    /** Over what is stored. */
    public LinkClusters(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /**
     * Merges clusters of one app into another; refused as a whole if any pair was set apart.
     *
     * @param app whose clusters
     * @param into what they are shown as from then on
     * @param members what joins it
     * @param by label of the key
     */
    public Outcome merge(String app, ClusterId into, List<ClusterId> members, String by) {
        return change(app, book -> {
            LinkBook merged = book;
            for (ClusterId member : members) {
                Optional<Apart> between = merged.between(into, member);
                if (between.isPresent()) {
                    return new Outcome.Contradiction(between.get());
                }
                merged = merged.merged(into, member, clock.instant(), by);
            }
            return new Outcome.Linked(merged);
        });
    }

    /** Takes a split back: what was kept apart is merged, and no rule parts it any more. */
    public Outcome reunite(String app, ClusterId into, List<ClusterId> members, String by) {
        return change(app, book -> {
            LinkBook merged = book;
            for (ClusterId member : members) {
                merged = merged.reunited(into, member).merged(into, member, clock.instant(), by);
            }
            return new Outcome.Linked(merged);
        });
    }

    /**
     * Takes clusters out of their groups.
     *
     * @param members what leaves
     * @param forGood they must not be merged with what they leave again; false takes a merge back as if it had not been
     */
    public Outcome separate(String app, List<ClusterId> members, boolean forGood) {
        return change(app, book -> {
            LinkBook separated = book;
            for (ClusterId member : members) {
                List<ClusterId> others = new ArrayList<>(separated.group(member));
                others.remove(member);
                separated = separated.without(member);
                separated = forGood ? separated.apart(member, others) : separated;
            }
            return new Outcome.Linked(separated);
        });
    }

    /**
     * Sets a part of a cluster, and of all it is merged with, apart from the rest; later reports too.
     *
     * @return what stands; the reports that are there already have yet to be moved
     */
    public Outcome part(String app, ClusterId cluster, PartRule rule, String by) {
        return change(app, book -> {
            List<ClusterId> sources = book.group(cluster);
            ClusterId target = Part.target(app, sources.getFirst(), rule);
            if (sources.contains(target)) {
                return new Outcome.Contradiction(Apart.of(cluster, target));
            }
            LinkBook parted = book;
            for (ClusterId source : sources) {
                parted = parted.with(new Part(source, rule, target, clock.instant(), by));
            }
            return new Outcome.Linked(parted.apart(target, sources));
        });
    }

    private Outcome change(String app, Function<LinkBook, Outcome> change) {
        return change(links, app, standing -> {
            Outcome outcome = change.apply(standing);
            boolean isTooLong = outcome instanceof Outcome.Linked(LinkBook changed)
                    && !changed.equals(standing)
                    && changed.size() > LinkBook.MOST_LINKS;
            return isTooLong ? new Outcome.Full() : outcome;
        });
    }

    /** Changes the links of an app whatever else changes meanwhile. */
    static Outcome change(Links links, String app, Function<LinkBook, Outcome> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            LinkBook standing = links.find(app);
            Outcome outcome = change.apply(standing);
            if (!(outcome instanceof Outcome.Linked(LinkBook changed)) || changed.equals(standing)) {
                return outcome;
            }
            LinkBook next = changed.next();
            if (links.replace(next)) {
                return new Outcome.Linked(next);
            }
        }
        throw new Fault(Fault.Blame.CAPACITY, "the links of " + app + " changed too often meanwhile", null);
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It stands so now. */
        record Linked(LinkBook book) implements Outcome {}

        /** People said the opposite before: take that back first. */
        record Contradiction(Apart between) implements Outcome {}

        /** The app has {@link LinkBook#MOST_LINKS} links. */
        record Full() implements Outcome {}
    }
}
