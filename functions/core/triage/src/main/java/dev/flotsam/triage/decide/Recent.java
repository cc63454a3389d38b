package dev.flotsam.triage.decide;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what is kept per app for a short while, so that a storm of reports does not read it once each. Safe for
 * concurrent use.
 *
 * @param <T> what is kept
 */
public final class Recent<T> implements Function<String, T> {
    /** How long an answer is used. */
    public static final Duration KEPT = Duration.ofSeconds(30);

    /** Names of apps come from reports and are hostile: above this many, all are forgotten. */
    static final int MOST_APPS = 500;

    private final Function<String, T> source;
    private final Clock clock;
    private final Map<String, Read<T>> read = new HashMap<>();

    /** Over where it is kept. */
    public Recent(Function<String, T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized T apply(String app) {
        Instant now = clock.instant();
        Read<T> known = read.get(app);
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        if (read.size() >= MOST_APPS) {
            read.clear();
        }
        T value = source.apply(app);
        read.put(app, new Read<>(value, now.plus(KEPT)));
        return value;
    }

    private record Read<T>(T value, Instant until) {}
}
