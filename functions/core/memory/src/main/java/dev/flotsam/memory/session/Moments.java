package dev.flotsam.memory.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Moments as clients write them where no format says how. */
public final class Moments {
    /** Seconds since 1970 stay below this for 3,000 years, milliseconds passed it in 1973. */
    private static final long FEWEST_MILLIS = 100_000_000_000L;

    private Moments() {}

    /** Milliseconds or seconds since 1970, told by their magnitude, or ISO 8601; empty for anything else. */
    public static Optional<Instant> of(String text) {
        try {
            if (text.isEmpty() || !Character.isDigit(text.charAt(text.length() - 1))) {
                return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
            }
            int point = text.indexOf('.');
            long told = Long.parseLong(point < 0 ? text : text.substring(0, point));
            if (told <= 0) {
                return Optional.empty();
            }
            return Optional.of(told < FEWEST_MILLIS ? Instant.ofEpochSecond(told) : Instant.ofEpochMilli(told));
        } catch (DateTimeException | NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
