package dev.flotsam.memory.incident;

import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One end of one run, with everything that told of it: counted once, however many reports it came in.
 *
 * @param key the run's identifier, which further witnesses don't change; where no run is known, the first witness's
 * @param at when the run ended, as exactly as the witnesses tell
 * @param appId bundle identifier; empty if unknown
 * @param appVersion version; empty if unknown
 * @param verdict what all witnesses together say
 * @param decidedBy identifier of the report whose word decided; where nobody saw the end, of the run's fullest record
 * @param before what the session record alone would have said, if another witness decided
 * @param record all records of the run as one; empty where no record is known
 * @param witnesses identifiers of the reports, sorted
 */
public record Incident(
        String key,
        Optional<Instant> at,
        String appId,
        String appVersion,
        Verdict verdict,
        String decidedBy,
        Optional<Verdict> before,
        Optional<SessionRecord> record,
        List<String> witnesses) {
    public Incident {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(decidedBy, "decidedBy");
        Objects.requireNonNull(record, "record");
        witnesses = List.copyOf(witnesses);
    }

    /** Whether a FOOM that the session record alone would have claimed is withdrawn. */
    public boolean retractsFoom() {
        return before.isPresent()
                && before.get().ending().foom()
                && !verdict.ending().foom();
    }
}
