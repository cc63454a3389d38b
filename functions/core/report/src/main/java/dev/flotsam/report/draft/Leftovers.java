package dev.flotsam.report.draft;

import dev.flotsam.report.json.JsonList;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonObject;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.util.Set;

/** Keeps what a JSON format says beyond a report's fields: scalars as text, objects and lists as compact JSON. */
public final class Leftovers {
    private Leftovers() {}

    /**
     * Keeps the members of an object that its reader has no field for.
     *
     * @param prefix put before each key, such as "header."
     * @param read keys that the reader took
     */
    public static void keep(ReportDraft draft, String prefix, JsonValue object, Set<String> read) {
        for (JsonMember member : object.members()) {
            if (!read.contains(member.key())) {
                keep(draft, prefix + member.key(), member.value());
            }
        }
    }

    /** Keeps one value. */
    public static void keep(ReportDraft draft, String name, JsonValue value) {
        boolean nested = value instanceof JsonObject || value instanceof JsonList;
        if (!nested) {
            draft.keep(name, value.text());
        } else if (value.size() > 0) {
            draft.keep(name, JsonText.write(value));
        }
    }
}
