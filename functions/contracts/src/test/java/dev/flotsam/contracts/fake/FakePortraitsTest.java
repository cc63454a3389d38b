package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.PortraitsContract;
import dev.flotsam.triage.portrait.Portraits;

final class FakePortraitsTest extends PortraitsContract {
    @Override
    protected Portraits noPortraits() {
        return new FakePortraits();
    }
}
