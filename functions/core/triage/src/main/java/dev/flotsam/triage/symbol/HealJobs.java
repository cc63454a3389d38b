package dev.flotsam.triage.symbol;

import java.util.Optional;

/** Stored heal jobs. Every change of one wakes whoever steps it; changes are told at least once, in order. */
public interface HealJobs {

    /**
     * Starts a job, or asks for another pass of one that is there. Atomic: no wake-up is lost, whatever a step writes at
     * the same time. A repeat costs a pass and changes nothing else.
     */
    void wake(HealJob.Key key, String app);

    /** The job, read consistently; empty if it was never woken, or long ago. */
    Optional<HealJob> find(HealJob.Key key);

    /**
     * Replaces revision {@code job.revision() - 1}. Atomic.
     *
     * @return false if another revision stands, or none: read again
     */
    boolean replace(HealJob job);
}
