package dev.flotsam.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A string. */
public final class JsonText implements JsonValue {
    private static final JsonFactory FACTORY = JsonReader.factory(JsonLimits.REPORT);

    private final String value;

    JsonText(String value) {
        this.value = value;
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public OptionalLong integer() {
        return Numbers.integer(value);
    }

    @Override
    public OptionalDouble decimal() {
        double parsed = value.length() > 64 ? Double.NaN : Numbers.decimal(value);
        return Double.isFinite(parsed) ? OptionalDouble.of(parsed) : OptionalDouble.empty();
    }

    @Override
    public Optional<Boolean> truth() {
        return switch (value) {
            case "true", "YES", "1" -> Optional.of(true);
            case "false", "NO", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return write(this);
    }

    /** Compact JSON of a value, however deep it is. */
    public static String write(JsonValue root) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            Deque<Iterator<?>> open = new ArrayDeque<>();
            start(root, generator, open);
            while (!open.isEmpty()) {
                step(open, generator);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void step(Deque<Iterator<?>> open, JsonGenerator generator) throws IOException {
        Iterator<?> top = open.peek();
        if (!top.hasNext()) {
            open.pop();
            if (generator.getOutputContext().inObject()) {
                generator.writeEndObject();
            } else {
                generator.writeEndArray();
            }
            return;
        }
        switch (top.next()) {
            case JsonMember(String key, JsonValue value) -> {
                generator.writeFieldName(key);
                start(value, generator, open);
            }
            case JsonValue value -> start(value, generator, open);
            default -> throw new AssertionError("only members and values are iterated");
        }
    }

    private static void start(JsonValue value, JsonGenerator generator, Deque<Iterator<?>> open) throws IOException {
        switch (value) {
            case JsonObject object -> {
                generator.writeStartObject();
                open.push(object.members().iterator());
            }
            case JsonList list -> {
                generator.writeStartArray();
                open.push(list.elements().iterator());
            }
            case JsonText text -> generator.writeString(text.value);
            case JsonNumber number -> generator.writeNumber(number.text());
            case JsonLiteral literal -> {
                switch (literal) {
                    case TRUE, FALSE -> generator.writeBoolean(literal == JsonLiteral.TRUE);
                    case NULL, MISSING -> generator.writeNull();
                }
            }
        }
    }
}
