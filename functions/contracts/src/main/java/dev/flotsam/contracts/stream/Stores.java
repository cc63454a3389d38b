package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeAlerts;
import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeClusters;
import dev.flotsam.contracts.fake.FakeCounters;
import dev.flotsam.contracts.fake.FakePages;
import dev.flotsam.contracts.fake.FakeSetAside;
import dev.flotsam.contracts.fake.FakeSketches;
import dev.flotsam.contracts.fake.FakeWaiters;
import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Exemplars;
import dev.flotsam.triage.alert.Decided;

/** Everything that absorbing writes, in memory. */
record Stores(
        FakeClusters clusters,
        FakePages pages,
        FakeWaiters waiters,
        FakeAlerts alerts,
        FakeSketches sketches,
        FakeCounters counters,
        FakeSetAside setAside,
        Decided decided) {

    static Stores empty() {
        return new Stores(
                new FakeClusters(),
                new FakePages(),
                new FakeWaiters(),
                new FakeAlerts(),
                new FakeSketches(),
                new FakeCounters(),
                new FakeSetAside(),
                new ResolvedEarlier());
    }

    AbsorbPorts ports(Exemplars exemplars, Counters watched, FakeClock clock) {
        return new AbsorbPorts(
                clusters, exemplars, pages, waiters, alerts, sketches, watched, setAside, decided, clock);
    }
}
