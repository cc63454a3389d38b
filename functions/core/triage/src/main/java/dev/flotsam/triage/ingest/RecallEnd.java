package dev.flotsam.triage.ingest;

import dev.flotsam.memory.incident.Incident;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.examine.JoinedEnd.Picture;
import dev.flotsam.triage.ingest.RecalledEnd.Teller;
import dev.flotsam.triage.portrait.Portraits;
import dev.flotsam.triage.trail.Account;
import dev.flotsam.triage.trail.Account.End;
import dev.flotsam.triage.trail.Trails;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who else tells of the end that a recorded report tells of: read from its installation's trail, for as long as that is
 * kept. Writes nothing.
 */
public final class RecallEnd {
    /** Allocation stacks and portraits of one run that are shown with its end. */
    static final int MOST_PICTURES = 4;

    private final Trails trails;
    private final Occurrences occurrences;
    private final ReopenReport reopen;
    private final KnownLimits limits;
    private final Clock clock;

    /**
     * Over the trails and the records.
     *
     * @param reopen reads again what the run's allocation stacks say, by today's symbols
     * @param limits memory limits that records are judged by
     * @param clock tells which witnesses have expired
     */
    public RecallEnd(Trails trails, Occurrences occurrences, ReopenReport reopen, KnownLimits limits, Clock clock) {
        this.trails = trails;
        this.occurrences = occurrences;
        this.reopen = reopen;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The end of a report.
     *
     * @param report as recorded
     * @param finding what it means alone
     * @return empty for one that tells of nobody's end, stands alone, or whose trail is gone
     */
    public Optional<RecalledEnd> recall(Occurrence report, Finding finding) {
        return Hearing.of(report.id(), report.outcome(), finding, 0)
                .flatMap(hearing -> hearing.keys().trailIn(trails))
                .map(trail -> Account.ofTrail(trails.of(trail, clock.instant()), limits))
                .flatMap(account -> account.endOf(report.id())
                        .filter(end -> end.reports().size() > 1
                                || end.incident().record().isPresent())
                        .map(end -> recalled(end, account, report.id())));
    }

    private RecalledEnd recalled(End end, Account account, ReportId asked) {
        Map<ReportId, Occurrence> records = occurrences.findAll(end.reports());
        List<Teller> tellers = records.values().stream()
                .sorted(Comparator.comparing(
                                (Occurrence record) -> record.source().uploaded())
                        .thenComparing(Occurrence::id))
                .flatMap(record -> teller(end, account, record).stream())
                .toList();
        Set<ReportId> pictures = tellers.stream()
                .filter(teller -> teller.witness() instanceof Witness.Picture)
                .map(teller -> teller.report().id())
                .limit(MOST_PICTURES)
                .collect(Collectors.toSet());
        return new RecalledEnd(
                Together.joined(
                        end,
                        asked,
                        ReportId::value,
                        id -> Optional.of(id).filter(pictures::contains).flatMap(it -> picture(records.get(it)))),
                tellers);
    }

    /** A portrait's nodes were analysed when it came: its record says who keeps most. */
    private Optional<Picture> picture(Occurrence record) {
        if (record.outcome() instanceof Outcome.Recognised(String format, String summary)
                && format.equals(Portraits.FORMAT)) {
            return Optional.of(new Picture.Portrait(record.id().value(), summary));
        }
        return reopen.reopen(record).flatMap(examined -> Picture.of(record.id().value(), examined.finding()));
    }

    private Optional<Teller> teller(End end, Account account, Occurrence record) {
        return account.statementOf(record.id()).map(statement -> {
            Optional<Verdict> alone = Account.of(List.of(statement), limits)
                    .endOf(record.id())
                    .map(End::incident)
                    .map(Incident::verdict);
            return new Teller(
                    record,
                    statement.witness(),
                    alone,
                    end.incident().decidedBy().equals(record.id().value()),
                    end.counted().equals(record.id()));
        });
    }
}
