package dev.flotsam.contracts.fault;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Decided;
import java.util.Collection;
import java.util.Optional;

/** What people decided, behind a gate. */
record GatedDecided(Decided inner, Gate gate) implements Decided {
    @Override
    public boolean isFamiliar(String app, ClusterId cluster) {
        return gate.call("decided.isFamiliar", () -> inner.isFamiliar(app, cluster));
    }

    @Override
    public Optional<Regression> regression(String app, ClusterId cluster, Collection<String> seen) {
        return gate.call("decided.regression", () -> inner.regression(app, cluster, seen));
    }
}
