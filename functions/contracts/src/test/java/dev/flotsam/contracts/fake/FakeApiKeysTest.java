package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.ApiKeysContract;
import dev.flotsam.triage.access.ApiKeys;

final class FakeApiKeysTest extends ApiKeysContract {
    @Override
    protected ApiKeys emptyApiKeys() {
        return new FakeApiKeys();
    }
}
