package dev.flotsam.triage.examine;

import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import java.util.List;
import java.util.Optional;

/**
 * The end that a report tells of, as all reports of the installation tell it together.
 *
 * @param run the run, or the first report where no run is known
 * @param verdict what they say together
 * @param before what the run's record said alone, if another report decided
 * @param signed what the end is grouped by, where this report's run record counts it
 * @param counts whether this report counts the end
 * @param witnesses all reports that tell of it, by the names they came under, sorted
 */
public record JoinedEnd(
        String run,
        Verdict verdict,
        Optional<Verdict> before,
        Optional<SignedEnd> signed,
        boolean counts,
        List<String> witnesses) {
    public JoinedEnd {
        witnesses = List.copyOf(witnesses);
    }
}
