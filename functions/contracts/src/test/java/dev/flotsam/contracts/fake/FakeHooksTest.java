package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.HooksContract;
import dev.flotsam.triage.alert.Hooks;

final class FakeHooksTest extends HooksContract {
    @Override
    protected Hooks emptyHooks() {
        return new FakeHooks();
    }
}
