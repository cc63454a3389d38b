package dev.flotsam.triage.heal;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.decide.CarryDecisions;
import dev.flotsam.triage.ingest.ReadAgain;
import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.HealJob.Scan;
import dev.flotsam.triage.symbol.HealJobs;
import dev.flotsam.triage.symbol.Waiters;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One step of a heal job: reads some of a cluster's waiting reports again, revises those whose outcome symbols changed,
 * and writes down how far it got. That write wakes the next step. A step may die anywhere, run beside another or be
 * repeated: what it did not write down is found done.
 */
public final class HealReports {
    /** Reports read again in one step. */
    public static final int MOST_REPORTS = 500;

    /** Steps that may break on one report before it is left behind; it still waits, and the next wake-up finds it. */
    public static final int MOST_ATTEMPTS = 5;

    private static final int MOST_RACES = 20;

    private final HealJobs jobs;
    private final Pages pages;
    private final Waiters waiters;
    private final Alerts alerts;
    private final CarryDecisions carryDecisions;
    private final HealChunk healChunk;
    private final Clock clock;

    /**
     * Over what is stored.
     *
     * @param leftBehind hears why a report could not be healed, in words
     */
    public HealReports(
            HealJobs jobs,
            Pages pages,
            Occurrences occurrences,
            ReadAgain readAgain,
            Waiters waiters,
            Alerts alerts,
            CarryDecisions carryDecisions,
            Consumer<String> leftBehind,
            Clock clock) {
        this.jobs = jobs;
        this.pages = pages;
        this.waiters = waiters;
        this.alerts = alerts;
        this.carryDecisions = carryDecisions;
        this.healChunk = new HealChunk(occurrences, readAgain, leftBehind);
        this.clock = clock;
    }

    /**
     * Takes a job one step further.
     *
     * @param deadline when to have stopped; at least one object is read again all the same
     * @return the job as it stands now; empty if there is nothing to do, or somebody else is at it
     * @throws Fault if storage fails; the step is to be taken again then
     */
    public Optional<HealJob> step(HealJob.Key key, Instant deadline) {
        Optional<HealJob> standing = jobs.find(key).filter(job -> !job.isDone());
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        HealJob job = standing.get().underWay();
        Budget budget = new Budget(clock, deadline, MOST_REPORTS);
        Reached reached = further(job, budget);
        if (reached.scan().finished()) {
            conclude(job, reached.scan());
        }
        Optional<HealJob> kept = keep(standing.get(), reached.scan());
        if (reached.broken().isPresent()) {
            throw reached.broken().get();
        }
        return kept;
    }

    private Reached further(HealJob job, Budget budget) {
        Scan scan = job.scan();
        boolean isFirst = true;
        while (true) {
            Pages.Slice slice = pages.newestFirst(
                    new Listing.OfCluster(job.key().cluster()), scan.cursor().behind(), Walk.PAGES_AT_ONCE);
            Walk walk = Walk.of(slice, pages::cursor, scan.cursor());
            while (!walk.isEmpty()) {
                if (!isFirst && budget.isSpent()) {
                    return new Reached(scan, Optional.empty());
                }
                HealChunk.Healed healed = healChunk.heal(job, scan, walk, budget);
                walk = walk.behind(healed.entries());
                if (healed.broken().isPresent()) {
                    return new Reached(scan.stumbled(walk.cursor(), healed.tally()), healed.broken());
                }
                scan = scan.advanced(walk.cursor(), healed.tally());
                isFirst = false;
            }
            if (slice.next().isEmpty()) {
                return new Reached(scan.ended(), Optional.empty());
            }
            scan = scan.advanced(new HealJob.Cursor(slice.next(), "", 0), HealChunk.NOTHING);
        }
    }

    /** Before the pass is written down as finished: whoever dies here comes here again. */
    private void conclude(HealJob job, Scan scan) {
        ClusterId cluster = job.key().cluster();
        scan.target().ifPresent(target -> {
            alerts.raise(Alert.correction(cluster, job.app(), target, clock.instant()));
            if (scan.stayed() == 0 && scan.moved().size() == 1) {
                carryDecisions.carry(job.app(), cluster, target);
            } else if (scan.stayed() == 0) {
                carryDecisions.point(job.app(), cluster, target);
            }
        });
        if (scan.failed() == 0) {
            waiters.of(job.key().image()).stream()
                    .filter(waiter -> waiter.cluster().equals(cluster))
                    .forEach(waiters::remove);
        }
    }

    /** Somebody may have woken the job meanwhile: that stands beside what a step writes, and asks for another pass. */
    private Optional<HealJob> keep(HealJob begun, Scan further) {
        HealJob standing = begun;
        for (int race = 0; race < MOST_RACES; race++) {
            HealJob moved = standing.at(further);
            if (jobs.replace(moved)) {
                return Optional.of(moved);
            }
            Optional<HealJob> now =
                    jobs.find(begun.key()).filter(it -> it.scan().equals(begun.scan()));
            if (now.isEmpty()) {
                return Optional.empty();
            }
            standing = now.get();
        }
        throw new Fault(Fault.Blame.CAPACITY, "healing " + begun.key() + " was woken too often meanwhile", null);
    }

    /**
     * How far a step got.
     *
     * @param scan to write down
     * @param broken why the report that stands next could not be read, and may be another time
     */
    private record Reached(Scan scan, Optional<Fault> broken) {}
}
