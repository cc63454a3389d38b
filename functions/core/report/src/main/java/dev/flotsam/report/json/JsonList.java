package dev.flotsam.report.json;

import java.util.List;

/** An array. */
public final class JsonList implements JsonValue {
    static final JsonList EMPTY = new JsonList(List.of());

    private final List<JsonValue> elements;

    JsonList(List<JsonValue> elements) {
        this.elements = elements;
    }

    @Override
    public List<JsonValue> elements() {
        return elements;
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public String toString() {
        return JsonText.write(this);
    }
}
