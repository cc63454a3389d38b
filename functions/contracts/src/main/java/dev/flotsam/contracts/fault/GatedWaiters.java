package dev.flotsam.contracts.fault;

import dev.flotsam.triage.symbol.Waiters;
import java.util.List;

/** Waiters behind a gate. */
record GatedWaiters(Waiters inner, Gate gate) implements Waiters {
    @Override
    public void add(Waiter waiter) {
        gate.run("waiters.add", () -> inner.add(waiter));
    }

    @Override
    public void remove(Waiter waiter) {
        gate.run("waiters.remove", () -> inner.remove(waiter));
    }

    @Override
    public List<Waiter> of(String uuid, String architecture) {
        return gate.call("waiters.of", () -> inner.of(uuid, architecture));
    }
}
