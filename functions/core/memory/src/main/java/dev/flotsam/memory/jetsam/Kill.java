package dev.flotsam.memory.jetsam;

import dev.flotsam.memory.verdict.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A process that Jetsam killed, and what its death means.
 *
 * @param process the entry
 * @param reason as listed
 * @param kind what kind of process died
 * @param owners for a web view the apps of its coalition, which survived; empty otherwise
 * @param bytes footprint at death, pages × page size; absent when either is
 * @param peakBytes {@code lifetimeMax} in bytes
 * @param limitBytes the limit this kill proves, in whole MiB; only for a process killed at its own limit
 * @param verdict why the process ended; about an app's end only when {@link #kind} is {@link ProcessKind#APP}
 */
public record Kill(
        JetsamProcess process,
        String reason,
        ProcessKind kind,
        List<String> owners,
        Optional<Long> bytes,
        Optional<Long> peakBytes,
        Optional<Long> limitBytes,
        Verdict verdict) {
    public Kill {
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(verdict, "verdict");
        owners = List.copyOf(owners);
    }
}
