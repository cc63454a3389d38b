package dev.flotsam.triage.alert;

import java.time.Instant;
import java.util.Optional;

/** Alerts as items: put once, marked when sent. */
public interface Alerts {

    /**
     * Stores an alert unless it is there. Atomic.
     *
     * @return whether it was new
     */
    boolean raise(Alert alert);

    /** The state of an alert, read consistently; empty if it was never raised. */
    Optional<Delivery> delivery(Alert alert);

    /** Notes that every hook was told. Idempotent: the first time stands. */
    void markSent(Alert alert, Instant when);

    /** Notes a failed attempt with its reason, which holds no secret. */
    void noteFailure(Alert alert, String reason, Instant when);

    /**
     * How far an alert got.
     *
     * @param sent when every hook had been told
     * @param attempts failed attempts so far
     * @param reason why the last one failed, empty if none did
     */
    record Delivery(Optional<Instant> sent, int attempts, String reason) {}
}
