package dev.flotsam.triage.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The time, waiting, and names for holders.
 *
 * @param clock tells the time
 * @param pause waits
 * @param holders a fresh name for each sender
 */
public record Timing(Clock clock, Pause pause, Supplier<String> holders) {

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        /** Waits this long, or less if the process is told to stop. */
        void of(Duration time);
    }
}
