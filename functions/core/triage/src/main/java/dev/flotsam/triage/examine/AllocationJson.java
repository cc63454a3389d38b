package dev.flotsam.triage.examine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Allocation stacks with names, as JSON: docs/formats/allocations.md lists the fields. */
final class AllocationJson {
    private AllocationJson() {}

    static void write(JsonGenerator json, NamedAllocations named) throws IOException {
        json.writeStartObject();
        fields(json, named);
        json.writeEndObject();
    }

    static void fields(JsonGenerator json, NamedAllocations named) throws IOException {
        json.writeNumberField("bytes", named.bytes());
        json.writeNumberField("count", named.count());
        json.writeArrayFieldStart("heaviest");
        for (HeavyStack stack : named.heaviest()) {
            json.writeStartObject();
            json.writeNumberField("bytes", stack.bytes());
            json.writeNumberField("count", stack.count());
            json.writeNumberField("share", stack.share());
            json.writeStringField("category", stack.category());
            json.writeStringField("place", stack.place());
            FindingFields.frames(json, stack.frames());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("tree");
        node(json, named.tree());
    }

    /** Recursion is as deep as {@link CallTreeNames#DEEPEST}. */
    private static void node(JsonGenerator json, CallNode node) throws IOException {
        json.writeStartObject();
        json.writeStringField("function", node.function());
        json.writeStringField("image", node.image());
        json.writeBooleanField("in_app", node.inApp());
        json.writeNumberField("bytes", node.bytes());
        json.writeNumberField("count", node.count());
        json.writeArrayFieldStart("callees");
        for (CallNode callee : node.callees()) {
            node(json, callee);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
