package dev.flotsam.contracts.fault;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.Decisions;
import java.util.Map;
import java.util.Optional;

/** Decisions behind a gate. */
record GatedDecisions(Decisions inner, Gate gate) implements Decisions {
    @Override
    public Optional<Decision> find(String app, ClusterId cluster) {
        return gate.call("decisions.find", () -> inner.find(app, cluster));
    }

    @Override
    public Map<ClusterId, Decision> ofApp(String app) {
        return gate.call("decisions.ofApp", () -> inner.ofApp(app));
    }

    @Override
    public boolean replace(Decision decision) {
        return gate.call("decisions.replace", () -> inner.replace(decision));
    }
}
