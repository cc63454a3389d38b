package dev.flotsam.contracts.fault;

import dev.flotsam.triage.health.Versions;
import java.time.Instant;
import java.util.List;

/**
 * Versions behind a gate.
 *
 * @param inner what is behind
 * @param gate stands before each call
 */
public record GatedVersions(Versions inner, Gate gate) implements Versions {
    @Override
    public void note(String app, String version, Instant expires) {
        gate.run("versions.note", () -> inner.note(app, version, expires));
    }

    @Override
    public List<String> apps() {
        return gate.call("versions.apps", inner::apps);
    }

    @Override
    public List<String> of(String app) {
        return gate.call("versions.of", () -> inner.of(app));
    }
}
