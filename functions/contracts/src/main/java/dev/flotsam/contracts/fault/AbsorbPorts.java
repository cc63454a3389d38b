package dev.flotsam.contracts.fault;

import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.absorb.AbsorbChanges;
import dev.flotsam.triage.absorb.AbsorbHealth;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Exemplars;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.absorb.SetAside;
import dev.flotsam.triage.absorb.Sketches;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.Decided;
import dev.flotsam.triage.health.Versions;
import dev.flotsam.triage.symbol.Waiters;
import java.time.Clock;

/** The ports that the stream of occurrences is absorbed through. */
public record AbsorbPorts(
        Clusters clusters,
        Exemplars exemplars,
        Pages pages,
        Waiters waiters,
        Alerts alerts,
        Sketches sketches,
        Counters counters,
        SetAside setAside,
        Decided decided,
        Clock clock) {

    /** The same ports behind a gate. */
    public AbsorbPorts behind(Gate gate) {
        return new AbsorbPorts(
                new GatedClusters(clusters, gate),
                report -> gate.call("exemplars.of", () -> exemplars.of(report)),
                new GatedPages(pages, gate),
                new GatedWaiters(waiters, gate),
                new GatedAlerts(alerts, gate),
                new GatedSketches(sketches, gate),
                new GatedCounters(counters, gate),
                (position, reason, raw) -> gate.run("setAside.put", () -> setAside.put(position, reason, raw)),
                new GatedDecided(decided, gate),
                clock);
    }

    /** The same ports with other counters. */
    public AbsorbPorts with(Counters others) {
        return new AbsorbPorts(clusters, exemplars, pages, waiters, alerts, sketches, others, setAside, decided, clock);
    }

    /** What counts the health of apps, over these ports. */
    public AbsorbHealth absorbHealth(Versions versions) {
        return new AbsorbHealth(versions, clusters, alerts, pages, sketches, counters, setAside, clock);
    }

    /** The same ports with other waiters. */
    public AbsorbPorts with(Waiters others) {
        return new AbsorbPorts(
                clusters, exemplars, pages, others, alerts, sketches, counters, setAside, decided, clock);
    }

    /** The use case over these ports. */
    public AbsorbChanges absorbChanges() {
        return AbsorbChanges.over(
                clusters, exemplars, pages, waiters, alerts, sketches, counters, setAside, decided, clock);
    }
}
