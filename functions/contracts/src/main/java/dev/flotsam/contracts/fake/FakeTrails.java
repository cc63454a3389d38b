package dev.flotsam.contracts.fake;

import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.trail.FollowTrail;
import dev.flotsam.triage.trail.TrailId;
import dev.flotsam.triage.trail.Trails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Trails in memory. */
public final class FakeTrails implements Trails {
    private final Map<TrailId, Map<ReportId, Kept>> trails = new TreeMap<>();
    private final Map<TrailId, TrailId> homes = new TreeMap<>();

    /** A use case over these occurrences and trails of its own. */
    public static FollowTrail following(Occurrences occurrences) {
        return following(occurrences, KnownLimits.NONE);
    }

    /** The same with limits that were learned. */
    public static FollowTrail following(Occurrences occurrences, KnownLimits limits) {
        return new FakeTrails().followedBy(occurrences, limits);
    }

    /** A use case over these trails. */
    public FollowTrail followedBy(Occurrences occurrences, KnownLimits limits) {
        return new FollowTrail(this, occurrences, KeepApart.nothing(), limits, Duration.ofDays(14));
    }

    @Override
    public synchronized void keep(Kept witness) {
        trails.computeIfAbsent(witness.trail(), trail -> new TreeMap<>()).putIfAbsent(witness.report(), witness);
    }

    @Override
    public synchronized void renew(Kept witness) {
        trails.getOrDefault(witness.trail(), new TreeMap<>())
                .computeIfPresent(witness.report(), (report, before) -> witness);
    }

    @Override
    public synchronized List<Kept> of(TrailId trail, Instant now) {
        return trails.getOrDefault(trail, Map.of()).values().stream()
                .limit(MOST_READ)
                .filter(witness -> witness.expires().isAfter(now))
                .toList();
    }

    @Override
    public synchronized void drop(TrailId trail, ReportId report) {
        trails.getOrDefault(trail, new TreeMap<>()).remove(report);
    }

    @Override
    public synchronized void settle(TrailId run, TrailId home, Instant expires) {
        homes.putIfAbsent(run, home);
    }

    @Override
    public synchronized Optional<TrailId> homeOf(TrailId run) {
        return Optional.ofNullable(homes.get(run));
    }
}
