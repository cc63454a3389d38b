package dev.flotsam.triage.ingest;

import dev.flotsam.memory.incident.Incident;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.ingest.RecalledEnd.Teller;
import dev.flotsam.triage.trail.Account;
import dev.flotsam.triage.trail.Account.End;
import dev.flotsam.triage.trail.Statement.Keys;
import dev.flotsam.triage.trail.TrailId;
import dev.flotsam.triage.trail.Trails;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who else tells of the end that a recorded report tells of: read from its installation's trail, for as long as that is
 * kept. Writes nothing.
 */
public final class RecallEnd {
    private final Trails trails;
    private final Occurrences occurrences;
    private final KnownLimits limits;
    private final Clock clock;

    /**
     * Over the trails and the records.
     *
     * @param limits memory limits that records are judged by
     * @param clock tells which witnesses have expired
     */
    public RecallEnd(Trails trails, Occurrences occurrences, KnownLimits limits, Clock clock) {
        this.trails = trails;
        this.occurrences = occurrences;
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
                .flatMap(hearing -> trail(hearing.keys()))
                .map(trail -> Account.ofTrail(trails.of(trail, clock.instant()), limits))
                .flatMap(account -> account.endOf(report.id())
                        .filter(end -> end.reports().size() > 1
                                || end.incident().record().isPresent())
                        .map(end -> recalled(end, account, report.id())));
    }

    private Optional<TrailId> trail(Keys keys) {
        if (!keys.installation().isEmpty()) {
            return Optional.of(TrailId.ofInstallation(keys.installation()));
        }
        return Optional.of(keys.run()).filter(run -> !run.isEmpty()).map(run -> {
            TrailId trail = TrailId.ofRun(keys.app(), run);
            return trails.homeOf(trail).orElse(trail);
        });
    }

    private RecalledEnd recalled(End end, Account account, ReportId asked) {
        Map<ReportId, Occurrence> records = occurrences.findAll(end.reports());
        List<Teller> tellers = records.values().stream()
                .sorted(Comparator.comparing(
                                (Occurrence record) -> record.source().uploaded())
                        .thenComparing(Occurrence::id))
                .flatMap(record -> teller(end, account, record).stream())
                .toList();
        return new RecalledEnd(Together.joined(end, asked, ReportId::value), tellers);
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
