package dev.flotsam.aws.dynamodb;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds an item; empty text and empty optionals are left out, which keeps items small. */
final class Item {
    private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    Item with(String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, text(value));
        }
        return this;
    }

    Item with(String name, long value) {
        attributes.put(name, number(value));
        return this;
    }

    Item with(String name, boolean value) {
        if (value) {
            attributes.put(name, AttributeValue.fromBool(true));
        }
        return this;
    }

    Item with(String name, byte[] value) {
        if (value.length > 0) {
            attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        }
        return this;
    }

    Item with(String name, Optional<Instant> value) {
        value.ifPresent(instant -> attributes.put(name, number(instant.toEpochMilli())));
        return this;
    }

    Item with(String name, List<String> values) {
        if (!values.isEmpty()) {
            attributes.put(
                    name, AttributeValue.fromL(values.stream().map(Item::text).toList()));
        }
        return this;
    }

    Item with(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    Map<String, AttributeValue> build() {
        return attributes;
    }
}
