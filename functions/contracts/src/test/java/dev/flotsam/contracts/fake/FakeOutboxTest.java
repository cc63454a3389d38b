package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.OutboxContract;
import dev.flotsam.triage.alert.Outbox;

final class FakeOutboxTest extends OutboxContract {
    @Override
    protected Outbox emptyOutbox() {
        return new FakeOutbox();
    }
}
