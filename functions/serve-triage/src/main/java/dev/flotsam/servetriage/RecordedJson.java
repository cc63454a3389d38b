package dev.flotsam.servetriage;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.FindingJson;
import dev.flotsam.triage.ingest.RecalledEnd;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A recorded report: what is stored of it, its variants, and its dry-run record. */
final class RecordedJson {
    private RecordedJson() {}

    static void write(
            JsonGenerator json,
            Occurrence report,
            List<Occurrence> variants,
            Optional<Examined> examined,
            Optional<RecalledEnd> end)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", report.id().value());
        json.writeStringField(
                "state",
                Page.State.of(report.outcome())
                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                        .orElse("triaged"));
        json.writeStringField("app", report.app());
        json.writeStringField("cluster", report.cluster().map(ClusterId::value).orElse(null));
        json.writeStringField("version", report.facts().version());
        json.writeStringField("day", report.day().toString());
        json.writeNumberField("revision", report.revision());
        json.writeStringField("cause", report.cause().name().toLowerCase(Locale.ROOT));
        source(json, report);
        json.writeStringField("expires", report.expires().toString());
        json.writeArrayFieldStart("variants");
        for (Occurrence variant : variants) {
            json.writeStartObject();
            source(json, variant);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (ReportsResource.isPortrait(report)) {
            json.writeStringField("portrait", "/v1/reports/" + report.id() + "/portrait");
        }
        if (report.outcome() instanceof Outcome.Recognised recognised) {
            json.writeStringField("summary", recognised.summary());
        }
        if (examined.isPresent()) {
            json.writeFieldName("report");
            FindingJson.write(json, report.source().key(), examined.get(), end.map(RecalledEnd::joined));
        } else {
            json.writeNullField("report");
        }
        if (end.isPresent()) {
            json.writeFieldName("end");
            EndJson.write(json, end.get());
        } else {
            json.writeNullField("end");
        }
        json.writeEndObject();
    }

    private static void source(JsonGenerator json, Occurrence report) throws IOException {
        json.writeStringField("key", report.source().key());
        json.writeStringField("place", report.source().place());
        json.writeStringField("uploaded", report.source().uploaded().toString());
    }
}
