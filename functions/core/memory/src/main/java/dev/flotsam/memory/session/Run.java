package dev.flotsam.memory.session;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which run of the app.
 *
 * @param id the client's own run or session identifier; empty if it has none
 * @param installation opaque key of the installation, hashed if it came as an identifier of a device; empty if unknown
 * @param started when the process was launched
 * @param lastSeen when the record was last written: the run ended at or after it
 */
public record Run(String id, String installation, Optional<Instant> started, Optional<Instant> lastSeen) {
    public Run {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(installation, "installation");
    }

    /** These facts, and the other record's of the same run where these are silent. */
    Run or(Run other) {
        return new Run(
                id.isEmpty() ? other.id : id,
                installation.isEmpty() ? other.installation : installation,
                other.started.isPresent()
                                && started.isPresent()
                                && other.started.get().isBefore(started.get())
                        ? other.started
                        : started.or(() -> other.started),
                lastSeen.or(() -> other.lastSeen));
    }
}
