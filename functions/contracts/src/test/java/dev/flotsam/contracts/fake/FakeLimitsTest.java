package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.LimitsContract;
import dev.flotsam.triage.limit.Limits;

final class FakeLimitsTest extends LimitsContract {
    @Override
    protected Limits emptyLimits() {
        return new FakeLimits();
    }
}
