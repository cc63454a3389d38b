package dev.flotsam.memory.rates;

import java.util.Objects;
import java.util.Optional;

/**
 * Our foom-limit count of a version beside MetricKit's foreground memory-limit exits: a ratio and the two populations,
 * never a precision. Neither is a sample of the other: MetricKit comes from devices that share diagnostics, once a day;
 * session records from those that launched the app again.
 *
 * @param ours sessions of our records
 * @param theirForegroundExits MetricKit's exits in front, whatever the cause
 * @param theirMemoryLimitExits of them, those at the memory limit
 * @param theirDays device days that the counts are of
 */
public record Calibration(SessionCounts ours, long theirForegroundExits, long theirMemoryLimitExits, long theirDays) {
    /** Nothing counted yet. */
    public static final Calibration NONE = new Calibration(SessionCounts.NONE, 0, 0, 0);

    public Calibration {
        Objects.requireNonNull(ours, "ours");
    }

    /** One more run of ours. */
    public Calibration with(SessionCounts run) {
        return new Calibration(ours.merge(run), theirForegroundExits, theirMemoryLimitExits, theirDays);
    }

    /** One more device day of theirs. */
    public Calibration with(ExitMetrics day) {
        return new Calibration(
                ours,
                theirForegroundExits + day.foregroundExits(),
                theirMemoryLimitExits + day.foregroundMemoryLimit(),
                theirDays + 1);
    }

    /** Both parts. */
    public Calibration merge(Calibration other) {
        return new Calibration(
                ours.merge(other.ours),
                theirForegroundExits + other.theirForegroundExits,
                theirMemoryLimitExits + other.theirMemoryLimitExits,
                theirDays + other.theirDays);
    }

    /** Our share of foom-limit ends by their share of memory-limit exits; empty while either is unknown or zero. */
    public Optional<Double> ratio() {
        if (ours.sessions() == 0 || theirForegroundExits == 0 || theirMemoryLimitExits == 0) {
            return Optional.empty();
        }
        double our = (double) ours.foomLimit() / ours.sessions();
        double their = (double) theirMemoryLimitExits / theirForegroundExits;
        return Optional.of(our / their);
    }
}
