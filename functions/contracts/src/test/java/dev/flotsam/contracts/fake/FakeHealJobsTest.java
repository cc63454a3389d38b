package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.HealJobsContract;
import dev.flotsam.triage.symbol.HealJobs;

final class FakeHealJobsTest extends HealJobsContract {
    @Override
    protected HealJobs emptyHealJobs() {
        return new FakeHealJobs();
    }
}
