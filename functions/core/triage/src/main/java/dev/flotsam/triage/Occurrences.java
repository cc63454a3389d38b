package dev.flotsam.triage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record of every report. Deliveries repeat: claiming is idempotent and part of the port. */
public interface Occurrences {

    /**
     * Records a report once. Atomic per report id; whoever comes second learns so, in whatever order and however often
     * deliveries repeat.
     */
    Claim claim(Occurrence occurrence);

    /** The report, read consistently. */
    Optional<Occurrence> find(ReportId id);

    /** Those of the reports that exist; read consistently, in no order. */
    Map<ReportId, Occurrence> findAll(Collection<ReportId> ids);

    /** Other contents that arrived under this report's id, oldest first, at most {@link #MOST_VARIANTS}. */
    List<Occurrence> variants(ReportId id);

    /**
     * Replaces revision {@code revised.revision() - 1} by {@code revised}.
     *
     * @return false if the record is gone or at another revision: read again
     */
    boolean revise(Occurrence revised);

    /** Variants kept of one report; a forger gains nothing by sending more. */
    int MOST_VARIANTS = 20;

    /** What a claim found. */
    sealed interface Claim {
        /** First of its id: it will be counted. */
        record Recorded() implements Claim {}

        /** The same report again. */
        record AlreadySeen() implements Claim {}

        /** Another content under a known id: kept beside it, not counted. */
        record Variant() implements Claim {}
    }
}
