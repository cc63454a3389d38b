package dev.flotsam.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads an item back. What a record needs and the item lacks is an {@link IllegalArgumentException} that names the
 * attribute.
 *
 * @param attributes the item
 */
record Fields(Map<String, AttributeValue> attributes) {

    /** The text, which must be there. */
    String required(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null || value.s() == null) {
            throw new IllegalArgumentException("attribute \"" + name + "\" is missing or no text");
        }
        return value.s();
    }

    /** The text, empty if absent. */
    String text(String name) {
        AttributeValue value = attributes.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    /** The number, which must be there. */
    long number(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null || value.n() == null) {
            throw new IllegalArgumentException("attribute \"" + name + "\" is missing or no number");
        }
        return Long.parseLong(value.n());
    }

    /** The number, zero if absent. */
    long numberOrZero(String name) {
        return attributes.containsKey(name) ? number(name) : 0;
    }

    /** The flag, false if absent. */
    boolean flag(String name) {
        AttributeValue value = attributes.get(name);
        return value != null && Boolean.TRUE.equals(value.bool());
    }

    /** The bytes, none if absent. */
    byte[] bytes(String name) {
        AttributeValue value = attributes.get(name);
        return value == null || value.b() == null ? new byte[0] : value.b().asByteArray();
    }

    /** The time, kept as milliseconds since 1970, if there. */
    Optional<Instant> time(String name) {
        return attributes.containsKey(name) ? Optional.of(Instant.ofEpochMilli(number(name))) : Optional.empty();
    }

    /** The list of texts, empty if absent. */
    List<String> texts(String name) {
        AttributeValue value = attributes.get(name);
        return value == null || !value.hasL()
                ? List.of()
                : value.l().stream().map(AttributeValue::s).toList();
    }

    /** The list of rows of texts, empty if absent. */
    List<List<String>> rows(String name) {
        AttributeValue value = attributes.get(name);
        return value == null || !value.hasL()
                ? List.of()
                : value.l().stream()
                        .map(row -> row.l().stream().map(AttributeValue::s).toList())
                        .toList();
    }
}
