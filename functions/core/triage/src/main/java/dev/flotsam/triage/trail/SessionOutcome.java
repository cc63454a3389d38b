package dev.flotsam.triage.trail;

import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import java.util.Optional;

/** What triage makes of a run's record. */
public final class SessionOutcome {
    private SessionOutcome() {}

    /** Counted where its end is something to triage, else kept with the reason. */
    public static Outcome of(String app, Verdict verdict, Optional<SignedEnd> signed) {
        return signed.<Outcome>map(end -> Outcome.Triaged.of(app, end.signature(), end.missing()))
                .orElseGet(
                        () -> new Outcome.Recognised("session", verdict.ending().wireName() + ": " + verdict.reason()));
    }
}
