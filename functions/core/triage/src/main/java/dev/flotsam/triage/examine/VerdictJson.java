package dev.flotsam.triage.examine;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.memory.rates.ExitMetrics;
import dev.flotsam.memory.verdict.Fact;
import dev.flotsam.memory.verdict.FiredRule;
import dev.flotsam.memory.verdict.OtherAnswer;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.triage.examine.JoinedEnd.Picture;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A verdict with its evidence, as JSON. */
final class VerdictJson {
    private VerdictJson() {}

    static void write(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("class", verdict.ending().wireName());
        json.writeNumberField("confidence", verdict.confidence());
        json.writeStringField("reason", verdict.reason());
        json.writeArrayFieldStart("rules");
        for (FiredRule rule : verdict.rules()) {
            json.writeStartObject();
            json.writeStringField("rule", rule.rule());
            json.writeStringField("finding", rule.finding());
            json.writeObjectFieldStart("facts");
            for (Fact fact : rule.facts()) {
                json.writeStringField(fact.name(), fact.value());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "overturned_by", verdict.overturnedBy());
        json.writeArrayFieldStart("other_clients");
        for (OtherAnswer other : verdict.others()) {
            json.writeStartObject();
            json.writeStringField("client", other.client());
            json.writeStringField("answer", other.answer());
            json.writeStringField("because", other.because());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "missing", verdict.missing());
        json.writeEndObject();
    }

    /** Who else tells of the same end, and who counts it. */
    static void joined(JsonGenerator json, JoinedEnd end) throws IOException {
        json.writeObjectFieldStart("joined");
        json.writeStringField("run", end.run());
        json.writeBooleanField("counts", end.counts());
        json.writeStringField(
                "before",
                end.before().map(verdict -> verdict.ending().wireName()).orElse(null));
        texts(json, "witnesses", end.witnesses());
        json.writeArrayFieldStart("allocations");
        for (Picture picture : end.pictures()) {
            if (picture instanceof Picture.Allocations(String report, NamedAllocations named)) {
                json.writeStartObject();
                json.writeStringField("report", report);
                AllocationJson.fields(json, named);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("portraits");
        for (Picture picture : end.pictures()) {
            if (picture instanceof Picture.Portrait(String report, String summary)) {
                json.writeStartObject();
                json.writeStringField("report", report);
                json.writeStringField("summary", summary);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Every process that the event killed, daemons too. */
    static void kills(JsonGenerator json, Finding.Jetsam found) throws IOException {
        json.writeArrayFieldStart("kills");
        for (Kill kill : found.event().kills()) {
            json.writeStartObject();
            json.writeStringField("process", kill.process().name());
            json.writeStringField("process_kind", kill.kind().wireName());
            json.writeStringField("reason", kill.reason());
            number(json, "bytes", kill.bytes());
            number(json, "peak_bytes", kill.peakBytes());
            number(json, "limit_bytes", kill.limitBytes());
            json.writeStringField("class", kill.verdict().ending().wireName());
            json.writeNumberField("confidence", kill.verdict().confidence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** How much memory a run used, and what its device allows. */
    static void warning(JsonGenerator json, Finding.Warning found) throws IOException {
        json.writeObjectFieldStart("memory");
        json.writeNumberField("highest_bytes", found.warning().highest());
        number(json, "threshold_bytes", found.warning().threshold());
        number(json, "limit_bytes", found.limit());
        json.writeStringField("unit", FindingFields.word(found.warning().unit()));
        json.writeStringField("run", found.warning().run());
        json.writeEndObject();
    }

    /** MetricKit's counts by cause. */
    static void exits(JsonGenerator json, ExitMetrics metrics) throws IOException {
        json.writeObjectFieldStart("exits");
        counts(json, "foreground", metrics.foreground());
        counts(json, "background", metrics.background());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, String side, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(side);
        for (Map.Entry<String, Long> cause : new TreeMap<>(counts).entrySet()) {
            json.writeNumberField(cause.getKey(), cause.getValue());
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Optional<Long> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
