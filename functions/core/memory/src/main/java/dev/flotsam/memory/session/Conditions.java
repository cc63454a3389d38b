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

    /** These facts, and the other record's of the same run where these are silent. */
    Conditions or(Conditions other) {
        return new Conditions(
                thermalCritical.or(other::thermalCritical),
                cpuCritical.or(other::cpuCritical),
                battery.or(other::battery),
                plugged.or(other::plugged));
    }
}
