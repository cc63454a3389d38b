package dev.flotsam.triage.examine;

import static dev.flotsam.triage.examine.FindingFields.app;
import static dev.flotsam.triage.examine.FindingFields.frames;
import static dev.flotsam.triage.examine.FindingFields.head;
import static dev.flotsam.triage.examine.FindingFields.machine;
import static dev.flotsam.triage.examine.FindingFields.missing;
import static dev.flotsam.triage.examine.FindingFields.nothingSigned;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.memory.allocation.AllocationStacks;
import dev.flotsam.memory.session.Build;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.Os;
import java.io.IOException;
import java.util.List;

/** Allocation stacks with names, as JSON: docs/formats/allocations.md lists the fields. */
final class AllocationJson {
    private AllocationJson() {}

    /** The fields of a record of allocation stacks. It tells of no end: what it adds to one shows there. */
    static void record(JsonGenerator json, Finding.Allocations found) throws IOException {
        Build build = found.stacks().build();
        head(json, AllocationStacks.FORMAT, "recognised");
        app(json, new App(build.appId(), found.stacks().executable(), build.version(), build.build()));
        machine(
                json,
                new Os("", build.osVersion(), build.osBuild()),
                build.device(),
                found.stacks().run().lastSeen());
        json.writeNullField("exception");
        json.writeNullField("verdict");
        json.writeNullField("crashed_thread");
        frames(
                json,
                found.named().heaviest().stream()
                        .findFirst()
                        .map(HeavyStack::frames)
                        .orElse(List.of()));
        nothingSigned(json);
        missing(json, found.named().missing());
        json.writeStringField("summary", Sentence.of(found.named()));
        json.writeFieldName("allocations");
        write(json, found.named());
        json.writeNullField("rejected");
    }

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
            frames(json, stack.frames());
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
