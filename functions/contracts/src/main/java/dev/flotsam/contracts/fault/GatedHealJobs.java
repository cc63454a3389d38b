package dev.flotsam.contracts.fault;

import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.HealJobs;
import java.util.Optional;

/** Heal jobs behind a gate. */
record GatedHealJobs(HealJobs inner, Gate gate) implements HealJobs {
    @Override
    public void wake(HealJob.Key key, String app) {
        gate.run("healJobs.wake", () -> inner.wake(key, app));
    }

    @Override
    public Optional<HealJob> find(HealJob.Key key) {
        return gate.call("healJobs.find", () -> inner.find(key));
    }

    @Override
    public boolean replace(HealJob job) {
        return gate.call("healJobs.replace", () -> inner.replace(job));
    }
}
