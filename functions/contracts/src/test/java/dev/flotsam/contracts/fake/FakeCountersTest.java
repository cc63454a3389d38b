package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.CountersContract;
import dev.flotsam.triage.absorb.Counters;

final class FakeCountersTest extends CountersContract {
    @Override
    protected Counters emptyCounters() {
        return new FakeCounters();
    }
}
