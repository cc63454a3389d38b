package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.Rejection;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonNumber;
import dev.flotsam.report.json.JsonObject;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Members of a record, asked for with their type. Absent or null is absent; another type than the shape's is malformed
 * and refuses the whole record: a string where a boolean belongs is not false.
 */
final class Fields {
    private final JsonValue object;
    private final String path;

    Fields(JsonValue object, String path) {
        this.object = object;
        this.path = path;
    }

    JsonValue raw(String key) {
        return object.get(key);
    }

    boolean has(String key) {
        return object.get(key).isPresent();
    }

    Optional<Boolean> flag(String key) {
        JsonValue value = object.get(key);
        if (!value.isPresent()) {
            return Optional.empty();
        }
        boolean typed = value instanceof JsonLiteral || value instanceof JsonNumber;
        return Optional.of(value.truth().filter(truth -> typed).orElseThrow(() -> wrong(key, "true or false", value)));
    }

    /** A whole number that isn't negative, such as bytes or a count. */
    Optional<Long> count(String key) {
        Optional<Long> number = whole(key);
        number.filter(value -> value < 0).ifPresent(value -> {
            throw wrong(key, "a number that isn't negative", object.get(key));
        });
        return number;
    }

    Optional<Long> whole(String key) {
        JsonValue value = object.get(key);
        if (!value.isPresent()) {
            return Optional.empty();
        }
        OptionalLong number = value instanceof JsonNumber ? value.integer() : OptionalLong.empty();
        return Optional.of(number.orElseThrow(() -> wrong(key, "a whole number", value)));
    }

    Optional<Double> decimal(String key) {
        JsonValue value = object.get(key);
        if (!value.isPresent()) {
            return Optional.empty();
        }
        OptionalDouble number = value instanceof JsonNumber ? value.decimal() : OptionalDouble.empty();
        return Optional.of(number.orElseThrow(() -> wrong(key, "a number", value)));
    }

    /** A number, or a text that spells one: some clients write figures as text. */
    Optional<Double> spelled(String key) {
        JsonValue value = object.get(key);
        if (!value.isPresent() || value.text().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(value.decimal().orElseThrow(() -> wrong(key, "a number", value)));
    }

    /** A text; numbers read as written, because versions are written both ways. */
    String text(String key) {
        JsonValue value = object.get(key);
        if (!value.isPresent()) {
            return "";
        }
        if (!(value instanceof JsonText || value instanceof JsonNumber)) {
            throw wrong(key, "text", value);
        }
        return value.text().length() > ShapeLimits.MAX_TEXT
                ? value.text().substring(0, ShapeLimits.MAX_TEXT)
                : value.text();
    }

    /** An object's members; of an absent object none. */
    Fields inside(String key) {
        JsonValue value = object.get(key);
        if (value.isPresent() && !(value instanceof JsonObject)) {
            throw wrong(key, "an object", value);
        }
        return new Fields(value, path + "." + key);
    }

    /** A moment in seconds of an epoch, with fraction. */
    Optional<Instant> seconds(String key, long epochOffsetSeconds) {
        return spelled(key)
                .map(seconds -> Math.round((seconds + epochOffsetSeconds) * 1000))
                .map(Instant::ofEpochMilli);
    }

    /** A moment in milliseconds since 1970. */
    Optional<Instant> millis(String key) {
        return whole(key).map(Instant::ofEpochMilli);
    }

    /** A moment in microseconds since 1970. */
    Optional<Instant> micros(String key) {
        return whole(key).map(micros -> Instant.ofEpochMilli(micros / 1000));
    }

    WrongType wrong(String key, String expected, JsonValue value) {
        return new WrongType(path + "." + key, expected + " is expected, not " + Rejection.shown(value.toString()));
    }
}
