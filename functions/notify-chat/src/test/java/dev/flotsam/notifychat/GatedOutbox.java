package dev.flotsam.notifychat;

import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Ledger;
import dev.flotsam.triage.alert.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * An outbox behind a gate that may throw instead of letting a call through.
 *
 * @param inner does the work
 * @param gate is told the call and its alert
 */
record GatedOutbox(Outbox inner, BiConsumer<String, Optional<Alert>> gate) implements Outbox {
    @Override
    public void add(HookId hook, Alert alert) {
        gate.accept("add", Optional.of(alert));
        inner.add(hook, alert);
    }

    @Override
    public List<Waiting> waiting(HookId hook, int most) {
        gate.accept("waiting", Optional.empty());
        return inner.waiting(hook, most);
    }

    @Override
    public void remove(HookId hook, Alert alert) {
        gate.accept("remove", Optional.of(alert));
        inner.remove(hook, alert);
    }

    @Override
    public void setAside(HookId hook, Alert alert, String reason) {
        gate.accept("setAside", Optional.of(alert));
        inner.setAside(hook, alert, reason);
    }

    @Override
    public void resume(HookId hook, Alert alert) {
        inner.resume(hook, alert);
    }

    @Override
    public Ledger ledger(HookId hook) {
        gate.accept("ledger", Optional.empty());
        return inner.ledger(hook);
    }

    @Override
    public Claim claim(HookId hook, String holder, Instant now, Instant until) {
        gate.accept("claim", Optional.empty());
        return inner.claim(hook, holder, now, until);
    }

    @Override
    public boolean keep(HookId hook, String holder, Ledger ledger, Instant until) {
        gate.accept("keep", Optional.empty());
        return inner.keep(hook, holder, ledger, until);
    }

    @Override
    public void wake(HookId hook) {
        inner.wake(hook);
    }

    @Override
    public void drop(HookId hook) {
        inner.drop(hook);
    }
}
