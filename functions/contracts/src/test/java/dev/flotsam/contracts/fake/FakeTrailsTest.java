package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.TrailsContract;
import dev.flotsam.triage.trail.Trails;

final class FakeTrailsTest extends TrailsContract {
    @Override
    protected Trails emptyTrails() {
        return new FakeTrails();
    }
}
