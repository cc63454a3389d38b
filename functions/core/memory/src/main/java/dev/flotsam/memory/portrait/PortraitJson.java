package dev.flotsam.memory.portrait;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.memory.portrait.Portrait.RegionTotal;
import dev.flotsam.memory.portrait.PortraitReport.ClassTotal;
import dev.flotsam.memory.portrait.PortraitReport.ClassTree;
import dev.flotsam.memory.portrait.PortraitReport.Cycle;
import dev.flotsam.memory.portrait.PortraitReport.Retainer;
import dev.flotsam.memory.portrait.PortraitReport.Step;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A report for programs: one JSON object on one line; docs/formats/portrait.md lists its members. */
public final class PortraitJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private PortraitJson(JsonGenerator json) {
        this.json = json;
    }

    /** The report as JSON. */
    public static String of(PortraitReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            new PortraitJson(json).write(report);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void write(PortraitReport report) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("facts");
        for (var fact : report.facts().entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("nodes", report.nodes());
        json.writeNumberField("references", report.references());
        json.writeNumberField("dangling", report.dangling());
        json.writeNumberField("bytes", report.bytes());
        json.writeNumberField("roots", report.roots());
        json.writeNumberField("leaked_knots", report.leakedKnots());
        json.writeNumberField("leaked_bytes", report.leakedBytes());
        steps("dominator_path", report.dominatorPath());
        json.writeArrayFieldStart("retainers");
        for (Retainer retainer : report.retainers()) {
            json.writeStartObject();
            members(retainer.node());
            steps("path", retainer.backwards());
            json.writeEndObject();
        }
        json.writeEndArray();
        classes(report.classes());
        knots(report.knots());
        regions(report.regions());
        json.writeFieldName("tree");
        tree(report.tree());
        json.writeEndObject();
    }

    private void steps(String name, List<Step> steps) throws IOException {
        json.writeArrayFieldStart(name);
        for (Step step : steps) {
            json.writeStartObject();
            members(step);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void members(Step step) throws IOException {
        json.writeStringField("class", step.className());
        json.writeStringField("address", "0x" + Long.toHexString(step.address()));
        json.writeNumberField("size", step.size());
        json.writeNumberField("retained", step.retained());
    }

    private void classes(List<ClassTotal> classes) throws IOException {
        json.writeArrayFieldStart("classes");
        for (ClassTotal total : classes) {
            json.writeStartObject();
            json.writeStringField("class", total.className());
            json.writeNumberField("instances", total.instances());
            json.writeNumberField("size", total.bytes());
            json.writeNumberField("retained", total.retained());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void knots(List<Cycle> knots) throws IOException {
        json.writeArrayFieldStart("cycles");
        for (Cycle knot : knots) {
            json.writeStartObject();
            json.writeNumberField("nodes", knot.nodes());
            json.writeNumberField("size", knot.bytes());
            steps("cycle", knot.cycle());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void regions(List<RegionTotal> regions) throws IOException {
        json.writeArrayFieldStart("regions");
        for (RegionTotal total : regions) {
            json.writeStartObject();
            json.writeStringField("tag", total.tag());
            json.writeNumberField("regions", total.regions());
            json.writeNumberField("size", total.bytes());
            json.writeNumberField("dirty", total.dirty());
            json.writeNumberField("swapped", total.swapped());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Recursion is as deep as the folded tree, which is bounded. */
    private void tree(ClassTree box) throws IOException {
        json.writeStartObject();
        json.writeStringField("class", box.className());
        json.writeNumberField("nodes", box.nodes());
        json.writeNumberField("size", box.size());
        json.writeNumberField("retained", box.retained());
        json.writeArrayFieldStart("children");
        for (ClassTree child : box.children()) {
            tree(child);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
