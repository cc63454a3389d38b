package dev.flotsam.triage.heal;

import java.time.Clock;
import java.time.Instant;

/** What a step may still do. */
final class Budget {
    private final Clock clock;
    private final Instant deadline;
    private int reports;

    Budget(Clock clock, Instant deadline, int reports) {
        this.clock = clock;
        this.deadline = deadline;
        this.reports = reports;
    }

    void spend(int read) {
        reports -= read;
    }

    boolean isSpent() {
        return reports <= 0 || !clock.instant().isBefore(deadline);
    }
}
