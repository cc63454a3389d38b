package dev.flotsam.memory.session;

import java.util.Optional;

/**
 * The device at the end of a run.
 *
 * @param thermalCritical thermal state critical (3)
 * @param cpuCritical CPU budget used up
 * @param battery charge, 0 to 1
 * @param plugged charging or full
 */
public record Conditions(
        Optional<Boolean> thermalCritical,
        Optional<Boolean> cpuCritical,
        Optional<Double> battery,
        Optional<Boolean> plugged) {

    /** Nothing is known. */
    public static final Conditions UNKNOWN =
            new Conditions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
