package dev.flotsam.triage.alert;

import java.time.Instant;
import java.util.Map;

/** Alerts as items: put once, marked per hook when told, so that a dead hook never makes the others repeat. */
public interface Alerts {

    /**
     * Stores an alert unless it is there. Atomic.
     *
     * @return whether it was new
     */
    boolean raise(Alert alert);

    /** Which hooks were told of an alert, and when; read consistently, empty if it was never raised. */
    Map<HookId, Instant> told(Alert alert);

    /** Notes that a hook was told. Idempotent: the first time stands. Changes nothing if it was never raised. */
    void markTold(Alert alert, HookId hook, Instant when);
}
