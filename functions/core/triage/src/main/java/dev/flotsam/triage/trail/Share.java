package dev.flotsam.triage.trail;

import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;

/** What one report is in the account of an end: each end is counted by one of them. */
sealed interface Share {
    /** The format of reports that are counted by another report of the same end. */
    String JOINED = "joined";

    /** The outcome that a report should have, given the one it has. */
    Outcome outcome(Outcome standing);

    /**
     * The report speaks for itself, with a stack or a kill of its own. What became of it since (symbols arrived, people
     * moved it) stays, unless it was counted by another until now.
     *
     * @param own as it was first signed
     */
    record Itself(Outcome own) implements Share {
        @Override
        public Outcome outcome(Outcome standing) {
            return isJoined(standing) ? own : standing;
        }
    }

    /**
     * The report stands for the end of a run, as all its witnesses tell it.
     *
     * @param outcome the joined verdict's
     */
    record ForAll(Outcome outcome) implements Share {
        @Override
        public Outcome outcome(Outcome standing) {
            return outcome;
        }
    }

    /**
     * Another report counts this end.
     *
     * @param counted which
     * @param words how it ended
     */
    record By(ReportId counted, String words) implements Share {
        @Override
        public Outcome outcome(Outcome standing) {
            return new Outcome.Recognised(JOINED, words + ", counted by report " + counted);
        }
    }

    /** Whether a report is counted by another. */
    static boolean isJoined(Outcome outcome) {
        return outcome instanceof Outcome.Recognised(String format, String ignored) && format.equals(JOINED);
    }
}
