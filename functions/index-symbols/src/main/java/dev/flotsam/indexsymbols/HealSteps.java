package dev.flotsam.indexsymbols;

import dev.flotsam.aws.event.SymbolEvent.JobsChanged;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.heal.HealReports;
import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.HealJob.Scan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes each job that changed one step further, and shares the time between them. */
final class HealSteps {
    /** Longest step: short enough that a killed process loses little, long enough that few are needed. */
    static final Duration STEP = Duration.ofSeconds(45);

    /** Time kept to finish an object that was begun, and to answer. */
    static final Duration RESERVE = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(HealSteps.class);

    private final HealReports healReports;
    private final Clock clock;

    HealSteps(HealReports healReports, Clock clock) {
        this.healReports = healReports;
        this.clock = clock;
    }

    /** The sequence number to deliver again from; empty if each job got its step. */
    Optional<String> step(JobsChanged changed, long remainingMillis) {
        Instant end = clock.instant().plusMillis(remainingMillis).minus(RESERVE);
        int left = changed.jobs().size();
        for (Map.Entry<HealJob.Key, String> job : changed.jobs().entrySet()) {
            Instant now = clock.instant();
            Duration share = Duration.between(now, end).dividedBy(left--);
            try {
                healReports
                        .step(job.getKey(), now.plus(share.compareTo(STEP) < 0 ? share : STEP))
                        .ifPresent(HealSteps::tell);
            } catch (Fault fault) {
                LOG.errorf(fault, "healing %s is tried again", job.getKey());
                return Optional.of(job.getValue());
            }
        }
        return Optional.empty();
    }

    private static void tell(HealJob job) {
        Scan scan = job.scan();
        LOG.infof(
                "healing %s: pass %d %s, %d healed, %d left behind, at %s",
                job.key(),
                scan.serves(),
                scan.finished() ? "ended" : "goes on",
                scan.healed(),
                scan.failed(),
                scan.cursor().behind().orElse("the newest page"));
    }
}
