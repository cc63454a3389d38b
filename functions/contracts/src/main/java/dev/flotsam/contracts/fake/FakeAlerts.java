package dev.flotsam.contracts.fake;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.HookId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alerts in memory, in the order they were raised. */
public final class FakeAlerts implements Alerts {
    private final Map<Key, Kept> alerts = new LinkedHashMap<>();

    @Override
    public synchronized boolean raise(Alert alert) {
        return alerts.putIfAbsent(Key.of(alert), new Kept(alert, Map.of())) == null;
    }

    @Override
    public synchronized Map<HookId, Instant> told(Alert alert) {
        Kept kept = alerts.get(Key.of(alert));
        return kept == null ? Map.of() : kept.told();
    }

    @Override
    public synchronized void markTold(Alert alert, HookId hook, Instant when) {
        alerts.computeIfPresent(Key.of(alert), (key, kept) -> kept.told(hook, when));
    }

    /** Every alert, in the order they were raised. */
    public synchronized List<Alert> raised() {
        return alerts.values().stream().map(Kept::alert).toList();
    }

    /** What makes two alerts one: when it is said does not. */
    private record Key(Alert.Kind kind, ClusterId cluster, String episode) {
        static Key of(Alert alert) {
            return new Key(alert.kind(), alert.cluster(), alert.episode());
        }
    }

    private record Kept(Alert alert, Map<HookId, Instant> told) {
        Kept told(HookId hook, Instant when) {
            Map<HookId, Instant> more = new HashMap<>(told);
            more.putIfAbsent(hook, when);
            return new Kept(alert, Map.copyOf(more));
        }
    }
}
