package dev.flotsam.memory;

import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.nio.charset.StandardCharsets;

/** JSON written with single quotes, and what readers made of it. */
public final class Trees {
    private Trees() {}

    /** The tree of a text; single quotes stand for double ones. */
    public static JsonValue of(String text) {
        return of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The tree of a file's bytes. */
    public static JsonValue of(byte[] bytes) {
        return new JsonReader(JsonLimits.REPORT).read(bytes).root();
    }

    /** What was read; a rejection fails the test. */
    public static <T> T read(Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T> read -> read.value();
            case Reading.Refused<T> refused ->
                throw new AssertionError(refused.rejection().toString());
        };
    }

    /** Why it was refused; a value fails the test. */
    public static Rejection refused(Reading<?> reading) {
        return switch (reading) {
            case Reading.Read<?> read -> throw new AssertionError("read as " + read.value());
            case Reading.Refused<?> refused -> refused.rejection();
        };
    }
}
