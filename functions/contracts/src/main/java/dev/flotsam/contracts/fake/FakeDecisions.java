package dev.flotsam.contracts.fake;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.Decisions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Decisions in memory. */
public final class FakeDecisions implements Decisions {
    private final Map<String, Map<ClusterId, Decision>> apps = new TreeMap<>();

    @Override
    public synchronized Optional<Decision> find(String app, ClusterId cluster) {
        return Optional.ofNullable(apps.getOrDefault(app, Map.of()).get(cluster));
    }

    @Override
    public synchronized Map<ClusterId, Decision> ofApp(String app) {
        return Map.copyOf(apps.getOrDefault(app, Map.of()));
    }

    @Override
    public synchronized boolean replace(Decision decision) {
        long standing =
                find(decision.app(), decision.cluster()).map(Decision::revision).orElse(0L);
        if (standing != decision.revision() - 1) {
            return false;
        }
        apps.computeIfAbsent(decision.app(), app -> new TreeMap<>()).put(decision.cluster(), decision);
        return true;
    }

    @Override
    public synchronized String toString() {
        return apps.values().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
