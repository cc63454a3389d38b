package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.WaitersContract;
import dev.flotsam.triage.symbol.Waiters;

final class FakeWaitersTest extends WaitersContract {
    @Override
    protected Waiters emptyWaiters() {
        return new FakeWaiters();
    }
}
