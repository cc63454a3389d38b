package dev.flotsam.triage.rules;

import dev.flotsam.signature.Ruleset;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.decide.CarryDecisions;
import dev.flotsam.triage.decide.Recent;
import dev.flotsam.triage.ingest.ReadAgain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Puts an app's wanted rules in force, step by step. A step may be repeated or given up anywhere.
 *
 * <p>First all reports of the app are signed by the wanted rules (cause {@code RESIGN}, which alerts nobody) and decisions
 * and links follow; so a cluster that people know has its new id before the first new report is signed by the new rules.
 * Then the rules are put in force. Then those reports are signed anew that arrived meanwhile; functions learn of rules
 * within {@link Recent#KEPT}, so the last pass starts after that.
 */
public final class AdoptRules {
    /** How long one step goes on. */
    static final Duration STEP = Duration.ofSeconds(8);

    /** After this time no function signs by the rules that were in force before. */
    static final Duration SETTLED = Recent.KEPT.multipliedBy(3);

    private static final int MOST_RACES = 10;

    private final StoredRules stored;
    private final Clusters clusters;
    private final Pages pages;
    private final Occurrences occurrences;
    private final BiFunction<String, Ruleset, ReadAgain> readers;
    private final CarryDecisions carryDecisions;
    private final Clock clock;

    /**
     * Over what is stored.
     *
     * @param readers reads reports again, those of an app by given rules
     */
    public AdoptRules(
            StoredRules stored,
            Clusters clusters,
            Pages pages,
            Occurrences occurrences,
            BiFunction<String, Ruleset, ReadAgain> readers,
            CarryDecisions carryDecisions,
            Clock clock) {
        this.stored = stored;
        this.clusters = clusters;
        this.pages = pages;
        this.occurrences = occurrences;
        this.readers = readers;
        this.carryDecisions = carryDecisions;
        this.clock = clock;
    }

    /**
     * Takes an app one step further.
     *
     * @param cursor where the step before ended, empty to start
     */
    public Adopted step(String app, Optional<String> cursor) {
        Instant begun = clock.instant();
        Sweep sweep = Sweep.parse(cursor, begun);
        RulesOfApp rules = stored.find(app);
        if (sweep.phase() == 1 && rules.pending().isEmpty()) {
            sweep = Sweep.start(2, begun);
        }
        String json = sweep.phase() == 1 ? rules.pending().orElseThrow() : rules.active();
        Ruleset ruleset = ManageRules.ruleset(app, json);
        Tally tally = new Tally(ruleset.version(), new SignAnew(occurrences, readers.apply(app, ruleset)));
        boolean ended = false;
        while (!ended && clock.instant().isBefore(begun.plus(STEP))) {
            Clusters.Slice slice = clusters.ofApp(app, sweep.after(), 1);
            if (slice.clusters().isEmpty()) {
                ended = true;
            } else {
                sweep = tally.page(slice.clusters().getFirst(), sweep);
                if (sweep.page().isEmpty()) {
                    conclude(slice.clusters().getFirst(), sweep);
                    ended = slice.next().isEmpty();
                    sweep = slice.next().map(sweep::behind).orElse(sweep);
                }
            }
        }
        if (!ended) {
            return new Adopted(tally.signed, tally.moved, Optional.of(sweep.toString()), false);
        }
        return ended(sweep, rules, tally);
    }

    private Adopted ended(Sweep sweep, RulesOfApp rules, Tally tally) {
        Optional<String> again = Optional.of(Sweep.start(2, clock.instant()).toString());
        if (sweep.phase() == 1) {
            // Who was overtaken goes on from what stands.
            stored.replace(rules.inForce(clock.instant()));
            return new Adopted(tally.signed, tally.moved, again, false);
        }
        boolean isSettled = rules.adopted()
                .map(adopted -> sweep.started().isAfter(adopted.plus(SETTLED)))
                .orElse(true);
        return new Adopted(tally.signed, tally.moved, isSettled ? Optional.empty() : again, !isSettled);
    }

    /** All that is known of a cluster follows where all its reports went; of a split one the state follows to each part. */
    private void conclude(Cluster cluster, Sweep sweep) {
        if (!sweep.stayed() && sweep.targets().size() == 1) {
            carryDecisions.carry(
                    cluster.app(), cluster.id(), sweep.targets().iterator().next());
        } else {
            sweep.targets().forEach(target -> carryDecisions.copy(cluster.app(), cluster.id(), target));
        }
    }

    /** What one step does. */
    private final class Tally {
        private final String version;
        private final SignAnew signAnew;
        private int signed;
        private int moved;

        Tally(String version, SignAnew signAnew) {
            this.version = version;
            this.signAnew = signAnew;
        }

        /** Signs one page of a cluster. */
        Sweep page(Cluster cluster, Sweep sweep) {
            Pages.Slice slice = pages.newestFirst(new Page.Listing.OfCluster(cluster.id()), sweep.page(), 1);
            Set<ClusterId> targets = new TreeSet<>();
            List<Occurrence> toSign = new ArrayList<>();
            boolean stayed = false;
            for (Occurrence report : signAnew.listed(slice)) {
                boolean isHere = report.cluster().filter(cluster.id()::equals).isPresent();
                boolean isSigned = report.outcome() instanceof Outcome.Triaged triaged
                        && triaged.ruleset().equals(version);
                if (isHere && !isSigned) {
                    toSign.add(report);
                } else if (isHere) {
                    stayed = true;
                } else if (isSigned && report.cause() == Cause.RESIGN) {
                    report.cluster().ifPresent(targets::add); // Moved by a step that was given up.
                }
            }
            for (Map.Entry<Occurrence, Outcome.Triaged> entry :
                    signAnew.outcomes(toSign).entrySet()) {
                revise(entry.getKey(), entry.getValue());
                if (entry.getValue().cluster().equals(cluster.id())) {
                    stayed = true;
                } else {
                    targets.add(entry.getValue().cluster());
                }
            }
            return sweep.seen(targets, stayed).at(slice.next());
        }

        private void revise(Occurrence report, Outcome.Triaged outcome) {
            Optional<Occurrence> standing = Optional.of(report);
            for (int race = 0; race < MOST_RACES && standing.isPresent(); race++) {
                if (standing.get().outcome().equals(outcome)
                        || !standing.get().cluster().equals(report.cluster())) {
                    return;
                }
                if (occurrences.revise(standing.get().revised(outcome, Cause.RESIGN))) {
                    signed++;
                    moved += report.cluster().equals(Optional.of(outcome.cluster())) ? 0 : 1;
                    return;
                }
                standing = occurrences.find(report.id());
            }
        }
    }

    /**
     * How far a step got.
     *
     * @param signed reports that are signed otherwise now
     * @param moved those of them that are in another cluster now
     * @param next where to go on; empty when all is done
     * @param waiting nothing is left to do but to wait for functions that may still sign by the rules before
     */
    public record Adopted(int signed, int moved, Optional<String> next, boolean waiting) {}
}
