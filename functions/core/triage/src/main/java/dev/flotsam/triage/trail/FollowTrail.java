package dev.flotsam.triage.trail;

import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.Occurrences.Claim;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.trail.Account.End;
import dev.flotsam.triage.trail.Statement.Keys;
import dev.flotsam.triage.trail.Trails.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records a report that tells of an end, together with all that its installation told before: each end is counted once,
 * by the report that knows most, and reports that were recorded earlier are revised.
 *
 * <p>The report is kept in the trail first, then the trail is read and all outcomes that follow from it are written, each
 * conditional on the revision that was read; then the trail is read again, until nobody has changed it meanwhile. Whoever
 * dies on the way is delivered again and finds all that is missing by doing the same. So the outcomes are those of the
 * set of reports, in whatever order and however often they come.
 */
public final class FollowTrail {
    /** Most witnesses kept of an installation; the oldest ends go first, each whole. */
    public static final int MOST_WITNESSES = 64;

    private static final int MOST_ROUNDS = 50;

    private final Trails trails;
    private final Occurrences occurrences;
    private final KeepApart keepApart;
    private final KnownLimits limits;
    private final Duration retention;

    /**
     * Over the trails and the records.
     *
     * @param trails what installations told
     * @param occurrences where reports are claimed and revised
     * @param keepApart puts reports into the parts that people set apart
     * @param limits memory limits learned elsewhere
     * @param retention how long after an end's first report others join it; a witness is kept for twice as long
     */
    public FollowTrail(
            Trails trails, Occurrences occurrences, KeepApart keepApart, KnownLimits limits, Duration retention) {
        this.trails = trails;
        this.occurrences = occurrences;
        this.keepApart = keepApart;
        this.limits = limits;
        this.retention = retention;
    }

    /** Claims a report that tells of no end, or of nobody's. */
    public Claim record(Occurrence report) {
        return occurrences.claim(report);
    }

    /**
     * Claims a report with the outcome that all its trail gives it, and revises the others.
     *
     * @param report as it is signed alone
     * @param statement what it says
     * @param keys what finds its trail
     */
    public Claim record(Occurrence report, Statement statement, Keys keys) {
        if (keys.isEmpty() || isVariant(report, statement)) {
            return occurrences.claim(report);
        }
        Instant now = report.source().uploaded();
        TrailId home = settle(keys, now);
        trails.keep(new Kept(home, report.id(), now, expires(now), StatementWriter.write(statement)));
        Optional<Claim> claim = Optional.empty();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            home = moved(home, keys, now);
            List<Kept> trail = trails.of(home, now);
            Account account = Account.ofTrail(trail, limits);
            Set<ReportId> near = near(report, account, trail);
            if (claim.isEmpty()) {
                claim = Optional.of(claim(report, account, trail));
                if (claim.get() instanceof Claim.Recorded) {
                    near.remove(report.id());
                }
            }
            boolean written = near.isEmpty() || revise(near, account);
            if (written
                    && home.equals(moved(home, keys, now))
                    && Set.copyOf(trail).equals(Set.copyOf(trails.of(home, now)))) {
                shorten(home, account, trail);
                return claim.get();
            }
        }
        throw new Fault(Fault.Blame.CAPACITY, "the trail of report " + report.id() + " never stands still", null);
    }

    /** Another content under a known id says nothing: it may be forged. */
    private boolean isVariant(Occurrence report, Statement statement) {
        return !statement.isNamedByContent()
                && occurrences
                        .find(report.id())
                        .filter(standing -> !standing.content().equals(report.content()))
                        .isPresent();
    }

    /** Where a report's trail is. An installation's reports call those of its runs that named no installation. */
    private TrailId settle(Keys keys, Instant now) {
        if (keys.installation().isEmpty()) {
            return TrailId.ofRun(keys.app(), keys.run());
        }
        TrailId home = TrailId.ofInstallation(keys.installation());
        if (!keys.run().isEmpty()) {
            TrailId run = TrailId.ofRun(keys.app(), keys.run());
            trails.settle(run, home, expires(now));
            move(run, home, now);
        }
        return home;
    }

    /** The trail after its run was found to belong to an installation, perhaps by another process just now. */
    private TrailId moved(TrailId trail, Keys keys, Instant now) {
        if (!keys.installation().isEmpty()) {
            return trail;
        }
        TrailId run = TrailId.ofRun(keys.app(), keys.run());
        Optional<TrailId> home = trails.homeOf(run);
        home.ifPresent(found -> move(run, found, now));
        return home.orElse(run);
    }

    private void move(TrailId from, TrailId to, Instant now) {
        for (Kept kept : trails.of(from, now)) {
            trails.keep(new Kept(to, kept.report(), kept.arrived(), kept.expires(), kept.testimony()));
            trails.drop(from, kept.report());
        }
    }

    private Claim claim(Occurrence report, Account account, List<Kept> trail) {
        boolean joins = account.endOf(report.id())
                .filter(end -> isOpen(end, trail, report.source().uploaded()))
                .isPresent();
        return occurrences.claim(joins ? placed(report, account.shareOf(report.id())) : report);
    }

    private Occurrence placed(Occurrence report, Share share) {
        Outcome outcome = share.outcome(report.outcome());
        return outcome.equals(report.outcome()) ? report : keepApart.placed(report.with(outcome), List.of());
    }

    /**
     * Writes what follows for reports.
     *
     * @return false if somebody else wrote first
     */
    private boolean revise(Set<ReportId> near, Account account) {
        boolean written = true;
        for (Occurrence standing : occurrences.findAll(near).values()) {
            Occurrence told = placed(standing, account.shareOf(standing.id()));
            if (!told.outcome().equals(standing.outcome())) {
                written &= occurrences.revise(standing.revised(told.outcome(), cause(standing, told)));
            }
        }
        return written;
    }

    private static Cause cause(Occurrence standing, Occurrence told) {
        return standing.cluster().isEmpty() && told.cluster().isPresent() ? Cause.REVEAL : Cause.JOIN;
    }

    /** Reports that this one can have changed, but for those of closed ends. */
    private Set<ReportId> near(Occurrence report, Account account, List<Kept> trail) {
        List<Kept> others = trail.stream()
                .filter(kept -> !kept.report().equals(report.id()))
                .toList();
        Set<ReportId> near = Reach.of(report.id(), account, Account.ofTrail(others, limits));
        near.removeIf(other -> account.shareOf(other) == null
                || account.endOf(other)
                        .filter(end -> !isOpen(end, trail, report.source().uploaded()))
                        .isPresent());
        return near;
    }

    /**
     * Whether a report that comes now can still change an end: its first report came no longer ago than reports are joined.
     * Witnesses are kept for twice as long, so that an open end never lacks one that has expired: what came later than
     * that after the first was told by itself then, and is told so now. When an end happened doesn't matter: old reports
     * that are sent together are joined.
     */
    private boolean isOpen(End end, List<Kept> trail, Instant now) {
        return arrived(end, trail).plus(retention).isAfter(now);
    }

    private static Instant arrived(End end, List<Kept> trail) {
        return trail.stream()
                .filter(kept -> end.reports().contains(kept.report()))
                .map(Kept::arrived)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private static Instant time(End end, List<Kept> trail) {
        Instant arrived = arrived(end, trail);
        return end.incident().at().filter(at -> at.isBefore(arrived)).orElse(arrived);
    }

    private Instant expires(Instant now) {
        return now.plus(retention.multipliedBy(2));
    }

    /** Drops the oldest ends of a long trail, each whole: half an end would be told wrongly. */
    private void shorten(TrailId home, Account account, List<Kept> trail) {
        if (trail.size() <= MOST_WITNESSES) {
            return;
        }
        Map<ReportId, Kept> left = trail.stream().collect(Collectors.toMap(Kept::report, Function.identity()));
        List<End> oldestFirst = account.ends().stream()
                .sorted(Comparator.comparing(end -> time(end, trail)))
                .toList();
        Set<ReportId> told = oldestFirst.stream()
                .map(End::reports)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        Stream<List<ReportId>> endless = trail.stream()
                .sorted(Comparator.comparing(Kept::arrived))
                .map(Kept::report)
                .filter(report -> !told.contains(report))
                .map(List::of);
        Stream.concat(endless, oldestFirst.stream().map(End::reports)).forEach(whole -> {
            if (left.size() > MOST_WITNESSES) {
                whole.forEach(report -> trails.drop(home, report));
                whole.forEach(left::remove);
            }
        });
    }
}
