package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import java.util.Map;
import java.util.TreeMap;

/** An image's symbols are stored: starts healing every cluster that waits for them. Call it after publishing. */
public final class WakeWaiting {
    private final Waiters waiters;
    private final HealJobs jobs;

    /** Over what is stored. */
    public WakeWaiting(Waiters waiters, HealJobs jobs) {
        this.waiters = waiters;
        this.jobs = jobs;
    }

    /**
     * Wakes a job for each cluster that waits.
     *
     * @return how many clusters wait
     */
    public int wake(ImageId image) {
        Map<ClusterId, String> apps = new TreeMap<>();
        waiters.of(image).forEach(waiter -> apps.put(waiter.cluster(), waiter.app()));
        apps.forEach((cluster, app) -> jobs.wake(new HealJob.Key(image, cluster), app));
        return apps.size();
    }
}
