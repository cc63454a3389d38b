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
 * @param pictures other reports that show what filled the run's memory, in that order
 */
public record JoinedEnd(
        String run,
        Verdict verdict,
        Optional<Verdict> before,
        Optional<SignedEnd> signed,
        boolean counts,
        List<String> witnesses,
        List<Picture> pictures) {
    public JoinedEnd {
        witnesses = List.copyOf(witnesses);
        pictures = List.copyOf(pictures);
    }

    /** A report that shows what filled the run's memory. */
    public sealed interface Picture {
        /** The name that the report came under. */
        String report();

        /**
         * Allocation stacks.
         *
         * @param named those that hold most, with names
         */
        record Allocations(String report, NamedAllocations named) implements Picture {}

        /**
         * A memory portrait.
         *
         * @param summary who keeps most, in words
         */
        record Portrait(String report, String summary) implements Picture {}

        /** What a finding shows, under a name; empty if it shows nothing. */
        static Optional<Picture> of(String report, Finding finding) {
            return switch (finding) {
                case Finding.Allocations allocations -> Optional.of(new Allocations(report, allocations.named()));
                case Finding.Portrait portrait -> Optional.of(new Portrait(report, Sentence.of(portrait)));
                case Finding.Session session -> session.allocations().map(named -> new Allocations(report, named));
                case Finding.Stack _,
                        Finding.Jetsam _,
                        Finding.Warning _,
                        Finding.Exits _,
                        Finding.Recognised _,
                        Finding.Rejected _,
                        Finding.Symbols _ -> Optional.empty();
            };
        }
    }
}
