package dev.flotsam.contracts.fault;

import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Counters behind a gate. */
record GatedCounters(Counters inner, Gate gate) implements Counters {
    @Override
    public Counter read(Counter.Key key) {
        return gate.call("counters.read", () -> inner.read(key));
    }

    @Override
    public Map<Counter.Key, Counter> readAll(Collection<Counter.Key> keys) {
        return gate.call("counters.readAll", () -> inner.readAll(keys));
    }

    @Override
    public Optional<Counter> advance(Counter.Key key, Counter.Advance advance) {
        return gate.call("counters.advance", () -> inner.advance(key, advance));
    }
}
