package dev.flotsam.dedupestacks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.aws.dynamodb.OccurrenceItems;
import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.stream.Batch;
import dev.flotsam.contracts.stream.StreamRecord;
import dev.flotsam.triage.Occurrence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A batch as the event document that Lambda sends for a tumbling window. */
final class EventDocument {
    private static final JsonFactory JSON = new JsonFactory();

    private EventDocument() {}

    static byte[] of(Batch batch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("Records");
            for (StreamRecord entry : batch.records()) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("state");
            json.writeEndObject();
            json.writeStringField("shardId", batch.shardId());
            json.writeBooleanField("isFinalInvokeForWindow", batch.records().isEmpty());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, StreamRecord entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("eventName", eventName(entry.written()));
        json.writeStringField("eventSource", "aws:dynamodb");
        json.writeObjectFieldStart("dynamodb");
        json.writeStringField("SequenceNumber", entry.sequenceNumber());
        image(json, "OldImage", before(entry.written()).map(OccurrenceItems::item), entry.poisoned());
        image(json, "NewImage", after(entry.written()), entry.poisoned());
        json.writeEndObject();
        if (entry.written() instanceof Written.Removed(Occurrence ignored, boolean expired) && expired) {
            json.writeObjectFieldStart("userIdentity");
            json.writeStringField("type", "Service");
            json.writeStringField("principalId", "dynamodb.amazonaws.com");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String eventName(Written written) {
        return switch (written) {
            case Written.Inserted ignored -> "INSERT";
            case Written.VariantKept ignored -> "INSERT";
            case Written.Replaced ignored -> "MODIFY";
            case Written.Removed ignored -> "REMOVE";
        };
    }

    private static Optional<Occurrence> before(Written written) {
        return switch (written) {
            case Written.Inserted ignored -> Optional.empty();
            case Written.VariantKept ignored -> Optional.empty();
            case Written.Replaced(Occurrence before, Occurrence ignored) -> Optional.of(before);
            case Written.Removed(Occurrence before, boolean ignored) -> Optional.of(before);
        };
    }

    private static Optional<Map<String, AttributeValue>> after(Written written) {
        return switch (written) {
            case Written.Inserted(Occurrence after) -> Optional.of(OccurrenceItems.item(after));
            case Written.Replaced(Occurrence ignored, Occurrence after) -> Optional.of(OccurrenceItems.item(after));
            case Written.Removed ignored -> Optional.empty();
            case Written.VariantKept(Occurrence variant) -> {
                Map<String, AttributeValue> item = new HashMap<>(OccurrenceItems.item(variant));
                item.put("part", AttributeValue.fromS("variant#" + variant.content()));
                yield Optional.of(item);
            }
        };
    }

    /** A poisoned record lost an attribute that every occurrence has. */
    private static void image(
            JsonGenerator json, String name, Optional<Map<String, AttributeValue>> item, boolean poisoned)
            throws IOException {
        if (item.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, AttributeValue> attribute : item.get().entrySet()) {
            if (!(poisoned
                    && (attribute.getKey().equals("day") || attribute.getKey().equals("part")))) {
                json.writeFieldName(attribute.getKey());
                value(json, attribute.getValue());
            }
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, AttributeValue value) throws IOException {
        json.writeStartObject();
        switch (value.type()) {
            case S -> json.writeStringField("S", value.s());
            case N -> json.writeStringField("N", value.n());
            case BOOL -> json.writeBooleanField("BOOL", value.bool());
            case L -> {
                json.writeArrayFieldStart("L");
                for (AttributeValue element : value.l()) {
                    value(json, element);
                }
                json.writeEndArray();
            }
            default -> throw new AssertionError("an occurrence holds no " + value.type());
        }
        json.writeEndObject();
    }
}
