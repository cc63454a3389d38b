package dev.flotsam.report.json;

import java.util.AbstractList;
import java.util.List;

/** An object, in the document's order. */
public final class JsonObject implements JsonValue {
    static final JsonObject EMPTY = new JsonObject(new Object[0]);

    /** Key, value, key, value, … */
    private final Object[] pairs;

    JsonObject(Object[] pairs) {
        this.pairs = pairs;
    }

    @Override
    public JsonValue get(String key) {
        // Names are shared by all documents of a reader, so that their hashes are known.
        int hash = key.hashCode();
        for (int i = pairs.length - 2; i >= 0; i -= 2) {
            String name = (String) pairs[i];
            if (name.hashCode() == hash && name.equals(key)) {
                return (JsonValue) pairs[i + 1];
            }
        }
        return JsonLiteral.MISSING;
    }

    @Override
    public List<JsonMember> members() {
        return new AbstractList<>() {
            @Override
            public JsonMember get(int index) {
                return new JsonMember((String) pairs[2 * index], (JsonValue) pairs[2 * index + 1]);
            }

            @Override
            public int size() {
                return pairs.length / 2;
            }
        };
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public String toString() {
        return JsonText.write(this);
    }
}
