package dev.flotsam.contracts.fake;

import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.HealJob.Scan;
import dev.flotsam.triage.symbol.HealJobs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Heal jobs in memory, with the ordered log of whose was written: what a table's stream would tell. */
public final class FakeHealJobs implements HealJobs {
    private final Map<HealJob.Key, HealJob> jobs = new HashMap<>();
    private final List<HealJob.Key> log = new ArrayList<>();

    @Override
    public synchronized void wake(HealJob.Key key, String app) {
        jobs.merge(
                key,
                new HealJob(key, app, 1, 1, Scan.NONE),
                (standing, ignored) ->
                        new HealJob(key, app, standing.revision() + 1, standing.wakes() + 1, standing.scan()));
        log.add(key);
    }

    @Override
    public synchronized Optional<HealJob> find(HealJob.Key key) {
        return Optional.ofNullable(jobs.get(key));
    }

    @Override
    public synchronized boolean replace(HealJob job) {
        HealJob standing = jobs.get(job.key());
        if (standing == null || standing.revision() != job.revision() - 1) {
            return false;
        }
        jobs.put(job.key(), job);
        log.add(job.key());
        return true;
    }

    /** Every job. */
    public synchronized List<HealJob> all() {
        return List.copyOf(jobs.values());
    }

    /** Whose was written after the first {@code count} writes, in order. */
    public synchronized List<HealJob.Key> logAfter(int count) {
        return List.copyOf(log.subList(count, log.size()));
    }
}
