package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.DecisionsContract;
import dev.flotsam.triage.decide.Decisions;

final class FakeDecisionsTest extends DecisionsContract {
    @Override
    protected Decisions emptyDecisions() {
        return new FakeDecisions();
    }
}
