package dev.flotsam.triage.trail;

import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.examine.Evidence;
import dev.flotsam.triage.trail.Account.End;
import dev.flotsam.triage.trail.Statement.Keys;
import dev.flotsam.triage.trail.Trails.Kept;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An end that several reports tell of, told anew when symbols came: what was named without them is read again and stays in
 * the trail, so that whoever joins the end later tells it the same.
 *
 * <p>Whoever dies between the two finds the same to do. A report that is joined meanwhile sees the trail change and looks
 * again.
 */
public final class RetellEnd {
    private final Trails trails;
    private final KnownLimits limits;
    private final Clock clock;

    /**
     * Over the trails.
     *
     * @param limits memory limits that records are judged by
     * @param clock tells which witnesses have expired
     */
    public RetellEnd(Trails trails, KnownLimits limits, Clock clock) {
        this.trails = trails;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The outcome that a report should have.
     *
     * @param report which, with the outcome that it has by itself today
     * @param keys what finds its trail
     * @param again reads a report of the end again
     * @return empty where the trail is gone or holds no end of the report: its own outcome is all there is
     */
    public Optional<Outcome> retell(Statement report, Keys keys, UnaryOperator<Statement> again) {
        return keys.trailIn(trails).flatMap(trail -> retell(report, trail, again));
    }

    private Optional<Outcome> retell(Statement report, TrailId trail, UnaryOperator<Statement> again) {
        List<Kept> kept = trails.of(trail, clock.instant());
        Account account = Account.ofTrail(kept, limits);
        Optional<End> end = account.endOf(report.report());
        if (end.isEmpty()) {
            return Optional.empty();
        }
        for (ReportId witness : end.get().reports()) {
            account.statementOf(witness)
                    .filter(RetellEnd::waits)
                    .map(again)
                    .ifPresent(statement -> renew(kept, witness, statement));
        }
        return Optional.of(Account.ofTrail(trails.of(trail, clock.instant()), limits)
                .shareOf(report.report())
                .outcome(report.own()));
    }

    private static boolean waits(Statement statement) {
        return statement
                .evidence()
                .map(Evidence::missing)
                .filter(images -> !images.isEmpty())
                .isPresent();
    }

    private void renew(List<Kept> trail, ReportId witness, Statement statement) {
        trail.stream()
                .filter(kept -> kept.report().equals(witness))
                .map(kept -> new Kept(
                        kept.trail(), witness, kept.arrived(), kept.expires(), StatementWriter.write(statement)))
                .filter(kept -> !trail.contains(kept))
                .forEach(trails::renew);
    }
}
