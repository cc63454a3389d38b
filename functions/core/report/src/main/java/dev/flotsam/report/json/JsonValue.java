package dev.flotsam.report.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A JSON value that answers every question: what is absent, or of another type than asked for, is {@link JsonLiteral#MISSING},
 * empty text, or an empty optional, so that readers of untrusted reports need no null checks.
 *
 * <p>Equality is identity: deep trees must not be compared by recursion.
 */
public sealed interface JsonValue permits JsonObject, JsonList, JsonText, JsonNumber, JsonLiteral {

    /** The member of that name (the last, if it is there more than once), else {@link JsonLiteral#MISSING}. */
    default JsonValue get(String key) {
        return JsonLiteral.MISSING;
    }

    /** The value below several names, one step each. */
    default JsonValue at(String... keys) {
        JsonValue value = this;
        for (String key : keys) {
            value = value.get(key);
        }
        return value;
    }

    /** The first of these members that is there and not null. */
    default JsonValue firstOf(String... keys) {
        for (String key : keys) {
            JsonValue value = get(key);
            if (value.isPresent()) {
                return value;
            }
        }
        return JsonLiteral.MISSING;
    }

    /** Elements of a list; of anything else none. */
    default List<JsonValue> elements() {
        return List.of();
    }

    /** Members of an object in the document's order, duplicates included; of anything else none. */
    default List<JsonMember> members() {
        return List.of();
    }

    /** A string's text, a number as written, "true" or "false"; of anything else the empty string. */
    default String text() {
        return "";
    }

    /** The text of a member; short for {@code get(key).text()}. */
    default String text(String key) {
        return get(key).text();
    }

    /**
     * A whole number: a JSON number (its fraction dropped), or a string that spells one in decimal or as 0x hex.
     * Unsigned 64-bit values keep their bits.
     */
    default OptionalLong integer() {
        return OptionalLong.empty();
    }

    /** The whole number of a member; short for {@code get(key).integer()}. */
    default OptionalLong integer(String key) {
        return get(key).integer();
    }

    /** A number with its fraction. */
    default OptionalDouble decimal() {
        return OptionalDouble.empty();
    }

    /** true or false, also as 1 or 0; empty for anything else. */
    default Optional<Boolean> truth() {
        return Optional.empty();
    }

    /** The truth of a member; short for {@code get(key).truth()}. */
    default Optional<Boolean> truth(String key) {
        return get(key).truth();
    }

    /** There, and not null. */
    default boolean isPresent() {
        return this != JsonLiteral.MISSING && this != JsonLiteral.NULL;
    }

    /** Whether the object has this member, null included. */
    default boolean has(String key) {
        return get(key) != JsonLiteral.MISSING;
    }

    /** Members of an object or elements of a list. */
    default int size() {
        return 0;
    }
}
