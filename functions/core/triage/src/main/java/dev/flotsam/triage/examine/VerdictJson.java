package dev.flotsam.triage.examine;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.memory.verdict.Fact;
import dev.flotsam.memory.verdict.FiredRule;
import dev.flotsam.memory.verdict.OtherAnswer;
import dev.flotsam.memory.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
