package dev.flotsam.contracts.fault;

import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.trail.TrailId;
import dev.flotsam.triage.trail.Trails;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Trails behind a gate.
 *
 * @param inner where they are
 * @param gate before every call
 */
public record GatedTrails(Trails inner, Gate gate) implements Trails {
    @Override
    public void keep(Kept witness) {
        gate.run("trails.keep", () -> inner.keep(witness));
    }

    @Override
    public void renew(Kept witness) {
        gate.run("trails.renew", () -> inner.renew(witness));
    }

    @Override
    public List<Kept> of(TrailId trail, Instant now) {
        return gate.call("trails.of", () -> inner.of(trail, now));
    }

    @Override
    public void drop(TrailId trail, ReportId report) {
        gate.run("trails.drop", () -> inner.drop(trail, report));
    }

    @Override
    public void settle(TrailId run, TrailId home, Instant expires) {
        gate.run("trails.settle", () -> inner.settle(run, home, expires));
    }

    @Override
    public Optional<TrailId> homeOf(TrailId run) {
        return gate.call("trails.homeOf", () -> inner.homeOf(run));
    }
}
