package dev.flotsam.contracts.fault;

import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.HookId;
import java.time.Instant;
import java.util.Map;

/** Alerts behind a gate. */
record GatedAlerts(Alerts inner, Gate gate) implements Alerts {
    @Override
    public boolean raise(Alert alert) {
        return gate.call("alerts.raise", () -> inner.raise(alert));
    }

    @Override
    public Map<HookId, Instant> told(Alert alert) {
        return gate.call("alerts.told", () -> inner.told(alert));
    }

    @Override
    public void markTold(Alert alert, HookId hook, Instant when) {
        gate.run("alerts.markTold", () -> inner.markTold(alert, hook, when));
    }
}
