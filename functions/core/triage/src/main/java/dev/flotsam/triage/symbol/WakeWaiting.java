package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.symbol.Waiters.Waiter;
import java.util.List;
import java.util.Locale;

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
        waiting.forEach(waiter -> jobs.wake(new HealJob.Key(image, waiter.cluster()), waiter.app()));
        return waiting.size();
    }
}
