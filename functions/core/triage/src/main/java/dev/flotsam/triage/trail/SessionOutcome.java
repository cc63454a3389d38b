package dev.flotsam.triage.trail;

import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.signature.Signature;
import dev.flotsam.triage.Occurrence.Outcome;
import java.util.List;
import java.util.Optional;

/** What triage makes of a run's record. */
public final class SessionOutcome {
    private SessionOutcome() {}

    /** Counted where its end is something to triage, else kept with the reason. */
    public static Outcome of(String app, Verdict verdict, Optional<Signature> signature) {
        return signature
                .<Outcome>map(signed -> Outcome.Triaged.of(app, signed, List.of()))
                .orElseGet(
                        () -> new Outcome.Recognised("session", verdict.ending().wireName() + ": " + verdict.reason()));
    }
}
