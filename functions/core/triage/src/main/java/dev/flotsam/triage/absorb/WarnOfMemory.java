package dev.flotsam.triage.absorb;

import dev.flotsam.memory.atlas.Headroom;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.decide.AppVersion;
import dev.flotsam.triage.health.HealthKey;
import dev.flotsam.triage.health.HealthTally;
import dev.flotsam.triage.health.Versions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An OOM is coming: once a version's share of runs above 90 % of the memory limit is twice the version's before, its runs
 * near the limit become a cluster that people see, and hear of once. It is written before the sums are: who dies in
 * between does it again.
 */
final class WarnOfMemory {
    private static final String RULESET = "health-1";

    /** Versions before this one that are looked at until one has runs enough. */
    private static final int MOST_BEFORE = 20;

    private final Versions versions;
    private final Counters counters;
    private final Clusters clusters;
    private final Alerts alerts;
    private final Clock clock;

    WarnOfMemory(Versions versions, Counters counters, Clusters clusters, Alerts alerts, Clock clock) {
        this.versions = versions;
        this.counters = counters;
        this.clusters = clusters;
        this.alerts = alerts;
        this.clock = clock;
    }

    void write(HealthKey key, List<Step> steps, Tally coming) {
        Optional<Step> last = steps.stream()
                .filter(Step::joins)
                .filter(step -> step.report().facts().run().orElseThrow().isNear())
                .reduce((first, second) -> second);
        Headroom now = new HealthTally(coming).headroom();
        if (last.isPresent() && now.runs() >= Headroom.FEWEST_RUNS) {
            before(key)
                    .filter(earlier -> now.doubled(earlier.headroom()))
                    .ifPresent(earlier -> tell(key, last.get(), now, earlier));
        }
    }

    /** The newest version before this one that has runs enough to compare with. */
    private Optional<Earlier> before(HealthKey key) {
        AppVersion own = AppVersion.of(key.version());
        return versions.of(key.app()).stream()
                .filter(version -> own.isNewerThan(AppVersion.of(version)))
                .sorted(AppVersion::newestFirst)
                .limit(MOST_BEFORE)
                .map(version -> new Earlier(
                        version,
                        new HealthTally(counters.read(Counter.Key.total(new HealthKey(key.app(), version).all()))
                                        .tally())
                                .headroom()))
                .filter(earlier -> earlier.headroom().runs() >= Headroom.FEWEST_RUNS)
                .findFirst();
    }

    private void tell(HealthKey key, Step step, Headroom now, Earlier earlier) {
        Occurrence report = step.report();
        String sentence = String.format(
                Locale.ROOT,
                "%.1f %% of %d runs of %s came above 90 %% of the memory limit; of %s it was %.1f %% of %d.",
                100 * now.shareAbove90(),
                now.runs(),
                key.version(),
                earlier.version(),
                100 * earlier.headroom().shareAbove90(),
                earlier.headroom().runs());
        String title = "oom-warning | runs above 90 % of the memory limit doubled in " + key.version();
        clusters.putIfAbsent(new Cluster(
                key.near(),
                key.app(),
                "oom-warning",
                title,
                Digest.hex(Digest.sha256(title.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 24),
                RULESET,
                false,
                step.position().toString(),
                Cause.INGEST,
                report.source().uploaded(),
                report.id(),
                report.facts(),
                new Exemplar(sentence, List.of(), List.of("headroom: " + earlier.version() + " → " + key.version()))));
        alerts.raise(new Alert(Alert.Kind.NEW_CLUSTER, key.near(), key.app(), "1", clock.instant()));
    }

    private record Earlier(String version, Headroom headroom) {}
}
