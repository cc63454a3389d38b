package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.StoredRulesContract;
import dev.flotsam.triage.rules.StoredRules;

final class FakeStoredRulesTest extends StoredRulesContract {
    @Override
    protected StoredRules emptyRules() {
        return new FakeStoredRules();
    }
}
