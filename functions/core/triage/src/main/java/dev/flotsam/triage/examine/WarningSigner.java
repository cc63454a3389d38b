package dev.flotsam.triage.examine;

import dev.flotsam.memory.warning.MemoryWarning;
import dev.flotsam.signature.Note;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import java.util.List;
import java.util.Optional;

/**
 * OOM warnings are a kind of cluster of their own, grouped by how near the limit the run came: by the atlas where it
 * knows the device, else by the client's own threshold.
 */
final class WarningSigner {
    /** The kind of cluster that warnings fall into. */
    static final String KIND = "oom-warning";

    private static final double NEAR = 0.9;
    private static final double HIGH = 0.75;

    private WarningSigner() {}

    /** What a warning is grouped by; empty for a run that came near nothing. */
    static Optional<SignedEnd> sign(MemoryWarning warning, Optional<Long> limit) {
        return level(warning, limit)
                .map(level -> new SignedEnd(
                        VerdictSigner.signature(KIND, List.of(level), false, true),
                        List.of(
                                new Note("highest", warning.highest() + " bytes", level),
                                new Note(
                                        "witness",
                                        limit.map(bytes -> "limit of " + bytes + " bytes, learned for the device")
                                                .orElse("the client's own threshold"),
                                        "grouped by how near it came")),
                        List.of()));
    }

    /** How near the run came, in words. */
    static Optional<String> level(MemoryWarning warning, Optional<Long> limit) {
        if (limit.isPresent()) {
            double share = (double) warning.highest() / limit.get();
            if (share > HIGH) {
                return Optional.of(share > NEAR ? "above 90 % of the limit" : "above 75 % of the limit");
            }
        }
        return warning.crossedThreshold() ? Optional.of("above the client's threshold") : Optional.empty();
    }
}
