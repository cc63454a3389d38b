package dev.flotsam.memory.warning;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.memory.warning.MemoryWarning.Unit;
import dev.flotsam.report.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code {singleMemory, threshold, LaunchTime}}, all three as texts in the article's client, as JSON or as property list
 * turned into JSON. Memory is in MB there and in bytes elsewhere: magnitude tells which. LaunchTime is epoch seconds of
 * the first crossing, whatever its name says. An object "flotsam" beside them may tell run, installation, app, os and
 * device, as in a session record.
 */
public final class MemoryWarningReader {
    /** No device has 100,000 MB of memory, and no process fewer than 100,000 bytes. */
    static final double LARGEST_MEGABYTES = 100_000;

    /** A figure above this many bytes is none of a device. */
    static final double LARGEST_BYTES = 1L << 44;

    private static final double LARGEST_SECONDS = 1e11;
    private static final double MEGABYTE = 1L << 20;

    private MemoryWarningReader() {}

    /** Whether a document is an OOM warning record. */
    public static boolean recognises(JsonValue document) {
        return document.get("singleMemory").isPresent();
    }

    /** Reads one record. */
    public static Reading<MemoryWarning> read(JsonValue document) {
        if (!recognises(document)) {
            return Reading.refused("not-a-warning", "$", "a member singleMemory is expected");
        }
        Optional<Rejection> wrong = wrong(document, "singleMemory", LARGEST_BYTES)
                .or(() -> wrong(document, "threshold", LARGEST_BYTES))
                .or(() -> wrong(document, "LaunchTime", LARGEST_SECONDS));
        if (wrong.isPresent()) {
            return new Reading.Refused<>(wrong.get());
        }
        return new Reading.Read<>(
                warning(document, document.get("singleMemory").decimal().orElse(0)));
    }

    private static MemoryWarning warning(JsonValue document, double highest) {
        OptionalDouble threshold = document.get("threshold").decimal();
        Unit unit = Math.max(highest, threshold.orElse(0)) < LARGEST_MEGABYTES ? Unit.MEGABYTES : Unit.BYTES;
        OptionalDouble time = document.get("LaunchTime").decimal();
        JsonValue ours = document.get("flotsam");
        return new MemoryWarning(
                bytes(highest, unit),
                threshold.isPresent() ? Optional.of(bytes(threshold.getAsDouble(), unit)) : Optional.empty(),
                unit,
                time.isPresent() && time.getAsDouble() > 0
                        ? Optional.of(Instant.ofEpochMilli(Math.round(time.getAsDouble() * 1000)))
                        : Optional.empty(),
                ours.text("run"),
                ours.text("installation"),
                ours.get("app").text("id"),
                ours.get("app").text("version"),
                ours.text("device"),
                ours.get("os").text("version"));
    }

    private static long bytes(double figure, Unit unit) {
        return switch (unit) {
            case MEGABYTES -> Math.round(figure * MEGABYTE);
            case BYTES -> Math.round(figure);
        };
    }

    private static Optional<Rejection> wrong(JsonValue document, String key, double most) {
        JsonValue value = document.get(key);
        if (!value.isPresent()) {
            return Optional.empty();
        }
        OptionalDouble number = value.decimal();
        boolean fits = number.isPresent() && number.getAsDouble() >= 0 && number.getAsDouble() <= most;
        return fits ? Optional.empty() : Optional.of(rejection(key, value));
    }

    private static Rejection rejection(String key, JsonValue value) {
        return new Rejection(
                "wrong-type",
                "$." + key,
                "a number that isn't negative is expected, not " + Rejection.shown(value.toString()));
    }
}
