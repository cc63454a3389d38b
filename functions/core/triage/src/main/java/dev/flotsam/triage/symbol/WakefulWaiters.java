package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.Occurrence.MissingImage;
import java.util.List;

/**
 * Waiters whose wake-up can't be lost. A report may have been read before its symbols arrived and be absorbed after:
 * whoever indexed them then found no waiter. So a waiter is stored first and the symbols are looked for again, while
 * whoever indexes publishes first and reads the waiters after: of the two, at least one sees the other.
 */
public final class WakefulWaiters implements Waiters {
    private final Waiters waiters;
    private final StoredSymbols symbols;
    private final HealJobs jobs;

    /** Over what is stored. */
    public WakefulWaiters(Waiters waiters, StoredSymbols symbols, HealJobs jobs) {
        this.waiters = waiters;
        this.symbols = symbols;
        this.jobs = jobs;
    }

    @Override
    public void add(Waiter waiter) {
        waiters.add(waiter);
        waiter.image()
                .id()
                .filter(image -> isHere(image, waiter.image()))
                .ifPresent(image -> jobs.wake(new HealJob.Key(image, waiter.cluster()), waiter.app()));
    }

    @Override
    public List<Waiter> of(String uuid, String architecture) {
        return waiters.of(uuid, architecture);
    }

    @Override
    public void remove(Waiter waiter) {
        waiters.remove(waiter);
    }

    private boolean isHere(ImageId image, MissingImage missing) {
        return symbols.find(image).filter(stored -> stored.helps(missing)).isPresent();
    }
}
