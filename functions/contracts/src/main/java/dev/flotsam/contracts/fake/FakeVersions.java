package dev.flotsam.contracts.fake;

import dev.flotsam.triage.health.Versions;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Versions in memory. */
public final class FakeVersions implements Versions {
    private final TreeMap<String, TreeSet<String>> versions = new TreeMap<>();

    @Override
    public synchronized void note(String app, String version, Instant expires) {
        versions.computeIfAbsent(app, absent -> new TreeSet<>()).add(version);
    }

    @Override
    public synchronized List<String> apps() {
        return List.copyOf(versions.keySet());
    }

    @Override
    public synchronized List<String> of(String app) {
        return versions.getOrDefault(app, new TreeSet<>()).stream().limit(MOST).toList();
    }
}
