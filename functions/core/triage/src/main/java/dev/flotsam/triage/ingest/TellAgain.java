package dev.flotsam.triage.ingest;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.trail.RetellEnd;
import dev.flotsam.triage.trail.Statement;

/**
 * What a report comes to by today's symbols where other reports sign its end: a record holds no address itself, and waits
 * for the symbols that its run's allocation stacks need.
 */
public final class TellAgain {
    private final RetellEnd retell;
    private final Occurrences occurrences;
    private final ReopenReport reopen;

    /** Over the trails, the records and the bucket. */
    public TellAgain(RetellEnd retell, Occurrences occurrences, ReopenReport reopen) {
        this.retell = retell;
        this.occurrences = occurrences;
        this.reopen = reopen;
    }

    /**
     * The outcome of a report.
     *
     * @param report as it reads alone today
     * @param finding what it means
     */
    public Outcome outcome(Occurrence report, Finding finding) {
        if (!(finding instanceof Finding.Session) && !(finding instanceof Finding.Jetsam)) {
            return report.outcome();
        }
        return Hearing.of(report.id(), report.outcome(), finding, 0)
                .flatMap(hearing -> retell.retell(hearing.statement(), hearing.keys(), this::again))
                .orElse(report.outcome());
    }

    private Statement again(Statement told) {
        return occurrences
                .find(told.report())
                .flatMap(reopen::reopen)
                .flatMap(examined -> Hearing.of(told.report(), told.own(), examined.finding(), 0))
                .map(Hearing::statement)
                .orElse(told);
    }
}
