package dev.flotsam.report.json;

import java.util.Objects;
import java.util.Optional;

/**
 * One document of a byte sequence.
 *
 * @param root what was read; of a damaged document, everything before the damage, with open objects and arrays closed
 * @param end offset of the first byte behind the document
 * @param damage why the document is incomplete, if it is
 */
public record JsonDocument(JsonValue root, int end, Optional<JsonDamage> damage) {
    public JsonDocument {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(damage, "damage");
    }
}
