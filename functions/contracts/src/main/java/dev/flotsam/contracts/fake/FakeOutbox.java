package dev.flotsam.contracts.fake;

import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Ledger;
import dev.flotsam.triage.alert.Outbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outboxes in memory. */
public final class FakeOutbox implements Outbox {
    private final Map<HookId, Map<String, Waiting>> waiting = new HashMap<>();
    private final Map<HookId, Held> ledgers = new HashMap<>();

    @Override
    public synchronized void add(HookId hook, Alert alert) {
        entries(hook).putIfAbsent(alert.messageId(), new Waiting(alert, ""));
    }

    @Override
    public synchronized List<Waiting> waiting(HookId hook, int most) {
        return entries(hook).values().stream()
                .sorted(Comparator.comparing((Waiting entry) -> entry.alert().raised())
                        .thenComparing(entry -> entry.alert().messageId()))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void remove(HookId hook, Alert alert) {
        entries(hook).remove(alert.messageId());
    }

    @Override
    public synchronized void setAside(HookId hook, Alert alert, String reason) {
        entries(hook).computeIfPresent(alert.messageId(), (id, entry) -> new Waiting(entry.alert(), reason));
    }

    @Override
    public synchronized void resume(HookId hook, Alert alert) {
        setAside(hook, alert, "");
    }

    @Override
    public synchronized Ledger ledger(HookId hook) {
        return Optional.ofNullable(ledgers.get(hook)).map(Held::ledger).orElse(Ledger.BLANK);
    }

    @Override
    public synchronized Claim claim(HookId hook, String holder, Instant now, Instant until) {
        Held held = ledgers.getOrDefault(hook, new Held(Ledger.BLANK, holder, Instant.MIN));
        if (held.until().isAfter(now) && !held.holder().equals(holder)) {
            return new Claim.Held(held.until());
        }
        ledgers.put(hook, new Held(held.ledger(), holder, until));
        return new Claim.Granted(held.ledger());
    }

    @Override
    public synchronized boolean keep(HookId hook, String holder, Ledger ledger, Instant until) {
        Held held = ledgers.get(hook);
        if (held == null || !held.holder().equals(holder)) {
            return false;
        }
        ledgers.put(hook, new Held(ledger, holder, until));
        return true;
    }

    @Override
    public synchronized void wake(HookId hook) {
        ledgers.computeIfPresent(hook, (id, held) -> {
            Ledger before = held.ledger();
            Ledger woken = new Ledger(
                    before.letter(),
                    before.singles(),
                    before.digested(),
                    before.delivered(),
                    Optional.empty(),
                    0,
                    before.reason());
            return new Held(woken, held.holder(), held.until());
        });
    }

    @Override
    public synchronized void drop(HookId hook) {
        waiting.remove(hook);
        ledgers.remove(hook);
    }

    private Map<String, Waiting> entries(HookId hook) {
        return waiting.computeIfAbsent(hook, id -> new HashMap<>());
    }

    private record Held(Ledger ledger, String holder, Instant until) {}
}
