package dev.flotsam.report.json;

import java.util.AbstractList;
import java.util.List;

/** An array. */
public final class JsonList implements JsonValue {
    static final JsonList EMPTY = new JsonList(new Object[0]);

    /** Values only. */
    private final Object[] values;

    JsonList(Object[] values) {
        this.values = values;
    }

    @Override
    public List<JsonValue> elements() {
        return new AbstractList<>() {
            @Override
            public JsonValue get(int index) {
                return (JsonValue) values[index];
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public String toString() {
        return JsonText.write(this);
    }
}
