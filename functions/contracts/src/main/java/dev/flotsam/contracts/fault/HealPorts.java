package dev.flotsam.contracts.fault;

import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.decide.CarryDecisions;
import dev.flotsam.triage.decide.Decisions;
import dev.flotsam.triage.decide.Links;
import dev.flotsam.triage.heal.HealReports;
import dev.flotsam.triage.ingest.ReadAgain;
import dev.flotsam.triage.symbol.HealJobs;
import dev.flotsam.triage.symbol.StoredSymbols;
import dev.flotsam.triage.symbol.Waiters;
import dev.flotsam.triage.symbol.WakeWaiting;
import dev.flotsam.triage.symbol.WakefulWaiters;
import java.time.Clock;
import java.util.function.Consumer;

/** The ports that late symbols heal history through. */
public record HealPorts(
        StoredSymbols symbols,
        Waiters waiters,
        HealJobs jobs,
        Occurrences occurrences,
        ReadAgain readAgain,
        Pages pages,
        Clusters clusters,
        Alerts alerts,
        Decisions decisions,
        Links links,
        Clock clock) {

    /** The same ports behind a gate. */
    public HealPorts behind(Gate gate) {
        return new HealPorts(
                new GatedStoredSymbols(symbols, gate),
                new GatedWaiters(waiters, gate),
                new GatedHealJobs(jobs, gate),
                new GatedOccurrences(occurrences, gate),
                reports -> gate.call("readAgain.outcomes", () -> readAgain.outcomes(reports)),
                new GatedPages(pages, gate),
                new GatedClusters(clusters, gate),
                new GatedAlerts(alerts, gate),
                new GatedDecisions(decisions, gate),
                new GatedLinks(links, gate),
                clock);
    }

    /** What steps jobs; nobody hears of what is left behind. */
    public HealReports healReports() {
        return healReports(reason -> {});
    }

    /** What steps jobs. */
    public HealReports healReports(Consumer<String> leftBehind) {
        return new HealReports(
                jobs,
                pages,
                occurrences,
                readAgain,
                waiters,
                alerts,
                new CarryDecisions(decisions, links, clusters),
                leftBehind,
                clock);
    }

    /** What wakes jobs when symbols are stored. */
    public WakeWaiting wakeWaiting() {
        return new WakeWaiting(waiters, jobs);
    }

    /** Waiters that look for symbols again. */
    public WakefulWaiters wakefulWaiters() {
        return new WakefulWaiters(waiters, symbols, jobs);
    }
}
