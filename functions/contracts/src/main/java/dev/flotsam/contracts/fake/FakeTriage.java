package dev.flotsam.contracts.fake;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;

import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.fault.HealPorts;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.absorb.AbsorbChanges;
import dev.flotsam.triage.absorb.Change;
import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.decide.DecidedBefore;
import dev.flotsam.triage.ingest.ReadAgain;
import dev.flotsam.triage.symbol.HealJobs;
import java.util.ArrayList;
import java.util.List;

/** The system in memory: what is written to occurrences is absorbed at once, in order. */
public final class FakeTriage {
    public final FakeClock clock = new FakeClock(UPLOADED);
    public final FakeOccurrences occurrences = new FakeOccurrences();
    public final FakeClusters clusters = new FakeClusters();
    public final FakePages pages = new FakePages();
    public final FakeAlerts alerts = new FakeAlerts();
    public final FakeSketches sketches = new FakeSketches();
    public final FakeCounters counters = new FakeCounters();
    public final FakeDecisions decisions = new FakeDecisions();
    public final FakeStackMemories stacks = new FakeStackMemories();
    public final FakeLinks links = new FakeLinks();
    public final FakeWaiters waiters = new FakeWaiters();
    public final FakeStoredSymbols symbols = new FakeStoredSymbols();
    private int absorbed;

    private final AbsorbChanges absorb = AbsorbChanges.over(
            clusters,
            report -> Exemplar.NONE,
            pages,
            waiters,
            alerts,
            sketches,
            counters,
            new FakeSetAside(),
            new DecidedBefore(decisions, links, links::find),
            clock);

    /** What late symbols heal its reports through. */
    public HealPorts healPorts(HealJobs jobs, ReadAgain readAgain) {
        return new HealPorts(
                symbols, waiters, jobs, occurrences, readAgain, pages, clusters, alerts, decisions, links, clock);
    }

    /** A report arrives; the cluster it falls into. */
    public Cluster crash(ReportBuilder report) {
        occurrences.claim(report.build());
        return absorb(report);
    }

    /** A known report is signed anew because symbols arrived; the cluster it falls into. */
    public Cluster heal(ReportBuilder report) {
        Occurrence standing = occurrences.find(report.build().id()).orElseThrow();
        occurrences.revise(standing.revised(report.triaged(), Cause.HEAL));
        return absorb(report);
    }

    /** The stream's new records are absorbed. */
    public void absorb() {
        List<Change> batch = new ArrayList<>();
        for (Written written : occurrences.logAfter(absorbed)) {
            absorbed++;
            Position at = Position.of("shard", Integer.toString(absorbed));
            switch (written) {
                case Written.Inserted(Occurrence after) -> batch.add(new Change.Appeared(at, after));
                case Written.Replaced(Occurrence before, Occurrence after) ->
                    batch.add(new Change.Revised(at, before, after));
                case Written.Removed(Occurrence before, boolean expired) ->
                    batch.add(new Change.Removed(at, before, expired));
                case Written.VariantKept ignored -> batch.add(new Change.Uncounted(at));
            }
        }
        absorb.absorb(batch).ifPresent(setback -> {
            throw setback.fault();
        });
    }

    private Cluster absorb(ReportBuilder report) {
        absorb();
        return clusters.find(report.cluster()).orElseThrow();
    }
}
