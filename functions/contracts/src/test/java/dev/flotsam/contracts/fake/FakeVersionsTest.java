package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.VersionsContract;
import dev.flotsam.triage.health.Versions;

final class FakeVersionsTest extends VersionsContract {
    @Override
    protected Versions noVersions() {
        return new FakeVersions();
    }
}
