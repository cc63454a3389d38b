package dev.flotsam.triage.ingest;

import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.examine.JoinedEnd;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The end that a recorded report tells of, with everybody who tells of it.
 *
 * @param joined what they say together
 * @param tellers the reports that tell of it, the asked one among them, in order of arrival
 */
public record RecalledEnd(JoinedEnd joined, List<Teller> tellers) {
    public RecalledEnd {
        Objects.requireNonNull(joined, "joined");
        tellers = List.copyOf(tellers);
    }

    /**
     * One report of the end.
     *
     * @param report its record
     * @param witness what it tells
     * @param alone what it would mean without the others; empty for one that tells of no end, such as a memory warning
     * @param decided whether its word decided
     * @param counts whether it counts the end
     */
    public record Teller(
            Occurrence report, Witness witness, Optional<Verdict> alone, boolean decided, boolean counts) {}
}
