package dev.flotsam.triage.trail;

import dev.flotsam.memory.incident.Incident;
import dev.flotsam.memory.incident.IncidentJoining;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.session.SessionRecord.Part;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.examine.Evidence;
import dev.flotsam.triage.examine.VerdictSigner;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import dev.flotsam.triage.trail.Trails.Kept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Statements of one trail become ends, each with the report that counts it. A pure function of the set.
 *
 * <p>Who counts an end: a crash report, which has a stack; else a memory exception, which has one too; else the record of
 * the run; else the kill that a JetsamEvent lists. Pictures of the memory and warnings tell of no end and count none; what
 * a picture names is what an end is grouped by that has no stack of its own.
 */
public final class Account {
    private final List<End> ends;
    private final Map<ReportId, Share> shares;
    private final Map<ReportId, Statement> statements;

    private Account(List<End> ends, Map<ReportId, Share> shares, Map<ReportId, Statement> statements) {
        this.ends = ends;
        this.shares = shares;
        this.statements = statements;
    }

    /**
     * One end of one run.
     *
     * @param incident what all witnesses say together
     * @param counted the report that counts it
     * @param signed what it is grouped by, where the report that counts it has no stack of its own
     * @param reports all reports that tell of it
     */
    public record End(Incident incident, ReportId counted, Optional<SignedEnd> signed, List<ReportId> reports) {
        public End {
            reports = List.copyOf(reports);
        }
    }

    /** The account of a trail's statements. */
    public static Account of(Collection<Statement> statements, KnownLimits limits) {
        Map<ReportId, Statement> told = new TreeMap<>();
        statements.forEach(statement -> told.putIfAbsent(statement.report(), statement));
        List<Witness> witnesses = told.values().stream().map(Statement::witness).toList();
        List<End> ends = new ArrayList<>();
        Map<ReportId, Share> shares = new LinkedHashMap<>();
        for (Incident incident : new IncidentJoining(limits).join(witnesses)) {
            List<Statement> of = incident.witnesses().stream()
                    .map(id -> told.get(new ReportId(id)))
                    .toList();
            End end = end(incident, of);
            ends.add(end);
            of.forEach(statement -> shares.put(statement.report(), share(end, statement)));
        }
        told.forEach((report, statement) -> shares.putIfAbsent(report, new Share.Itself(statement.own())));
        return new Account(List.copyOf(ends), shares, told);
    }

    /** The account of a trail as it is kept; what another version of Flotsam wrote counts as not told. */
    public static Account ofTrail(List<Kept> trail, KnownLimits limits) {
        return of(
                trail.stream()
                        .map(kept -> StatementReader.read(kept.testimony()))
                        .flatMap(Optional::stream)
                        .toList(),
                limits);
    }

    /** The ends by time. */
    public List<End> ends() {
        return ends;
    }

    /** The end that a report tells of; empty for one that tells of none. */
    public Optional<End> endOf(ReportId report) {
        return ends.stream().filter(end -> end.reports().contains(report)).findFirst();
    }

    /** What a report says itself; empty for one that the trail doesn't hold. */
    public Optional<Statement> statementOf(ReportId report) {
        return Optional.ofNullable(statements.get(report));
    }

    /** All reports that the trail holds. */
    Set<ReportId> reports() {
        return shares.keySet();
    }

    Share shareOf(ReportId report) {
        return shares.get(report);
    }

    private static End end(Incident incident, List<Statement> statements) {
        Statement counted = statements.stream()
                .filter(Account::tellsOfAnEnd)
                .min(Comparator.comparing((Statement one) -> rank(one)).thenComparing(Statement::report))
                .orElseThrow();
        List<Evidence> evidence = statements.stream()
                .map(Statement::evidence)
                .flatMap(Optional::stream)
                .toList();
        Optional<SignedEnd> signed =
                switch (counted.witness()) {
                    case Witness.Session _ ->
                        incident.record().flatMap(record -> VerdictSigner.sign(record, incident.verdict(), evidence));
                    case Witness.Jetsam _ -> VerdictSigner.sign(incident.verdict(), evidence);
                    case Witness.Crash _, Witness.MemoryException _, Witness.Warning _, Witness.Picture _ ->
                        Optional.empty();
                };
        return new End(
                incident,
                counted.report(),
                signed,
                statements.stream().map(Statement::report).toList());
    }

    private static Share share(End end, Statement statement) {
        Incident incident = end.incident();
        if (!tellsOfAnEnd(statement)) {
            return new Share.Itself(statement.own());
        }
        if (!statement.report().equals(end.counted())) {
            return new Share.By(end.counted(), incident.verdict().ending().wireName());
        }
        if (!(statement.witness() instanceof Witness.Session) && end.signed().isEmpty()) {
            return new Share.Itself(statement.own());
        }
        String app = incident.record().map(record -> record.build().appId()).orElseGet(incident::appId);
        return new Share.ForAll(SessionOutcome.of(app, incident.verdict(), end.signed()));
    }

    private static boolean tellsOfAnEnd(Statement statement) {
        return switch (statement.witness()) {
            case Witness.Session _, Witness.Crash _, Witness.MemoryException _, Witness.Jetsam _ -> true;
            case Witness.Warning _, Witness.Picture _ -> false;
        };
    }

    private static int rank(Statement statement) {
        return switch (statement.witness()) {
            case Witness.Crash _ -> 0;
            case Witness.MemoryException _ -> 1;
            case Witness.Session session -> 2 + order(session.record().part());
            case Witness.Jetsam _ -> 5;
            case Witness.Warning _, Witness.Picture _ -> 6;
        };
    }

    private static int order(Part part) {
        return switch (part) {
            case WHOLE -> 0;
            case END -> 1;
            case START -> 2;
        };
    }
}
