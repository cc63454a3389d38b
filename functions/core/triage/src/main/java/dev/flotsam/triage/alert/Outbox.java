package dev.flotsam.triage.alert;

import java.time.Instant;
import java.util.List;

/**
 * What each hook still has to be told, and how far its sender got. An alert waits here until it is told or set aside;
 * at most one process sends to a hook at a time.
 */
public interface Outbox {

    /** Has an alert wait for a hook, unless it does already or is set aside. */
    void add(HookId hook, Alert alert);

    /** What waits or is set aside for a hook, oldest first, read consistently. */
    List<Waiting> waiting(HookId hook, int most);

    /** An alert waits no longer; again changes nothing. */
    void remove(HookId hook, Alert alert);

    /** Keeps an alert listed with the reason why it is not tried again. Changes nothing if it waits no longer. */
    void setAside(HookId hook, Alert alert, String reason);

    /** Has an alert that was set aside wait again. */
    void resume(HookId hook, Alert alert);

    /** How far the sender got, read consistently; {@link Ledger#BLANK} at first. */
    Ledger ledger(HookId hook);

    /** Takes the ledger for {@code holder} until then, if nobody holds it at {@code now}. Atomic. */
    Claim claim(HookId hook, String holder, Instant now, Instant until);

    /**
     * Writes the ledger and holds it until then, if {@code holder} is still the last who claimed it. Atomic.
     *
     * @return false if someone else claimed it since: nothing was written
     */
    boolean keep(HookId hook, String holder, Ledger ledger, Instant until);

    /** Has the sender try at once, whatever failed before; whoever holds the ledger may overrule it. */
    void wake(HookId hook);

    /** Drops all of a deleted hook. */
    void drop(HookId hook);

    /**
     * An alert in the outbox.
     *
     * @param alert which
     * @param reason why it was set aside; empty while it waits
     */
    record Waiting(Alert alert, String reason) {
        /** Whether it is kept for people only. */
        public boolean isSetAside() {
            return !reason.isEmpty();
        }
    }

    /** What came of a claim. */
    sealed interface Claim {
        /**
         * Yours.
         *
         * @param ledger as it stands
         */
        record Granted(Ledger ledger) implements Claim {}

        /**
         * Someone else's.
         *
         * @param until when their hold ends, unless they renew it
         */
        record Held(Instant until) implements Claim {}
    }
}
