package dev.flotsam.triage.alert;

import java.time.Duration;

/** How long to wait after failures. */
final class Backoff {
    /** Longest wait: a hook that was dead for long is tried once an hour. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration FIRST = Duration.ofSeconds(30);

    private Backoff() {}

    /** Between attempts within one call: 1 s, 2 s, 4 s. */
    static Duration within(int attempt) {
        return Duration.ofSeconds(1L << Math.min(attempt - 1, 10));
    }

    /** Between calls: 30 s, doubled with each failure. */
    static Duration between(int failures) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, 20));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
