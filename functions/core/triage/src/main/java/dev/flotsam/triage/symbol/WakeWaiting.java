package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.symbol.Waiters.Waiter;
import java.util.List;
import java.util.Locale;
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
        List<Waiter> waiting = waiters.of(
                image.uuid().toString().toUpperCase(Locale.ROOT), image.arch().name());
        Map<ClusterId, String> apps = new TreeMap<>();
        waiting.forEach(waiter -> apps.put(waiter.cluster(), waiter.app()));
        apps.forEach((cluster, app) -> jobs.wake(new HealJob.Key(image, cluster), app));
        return apps.size();
    }
}
