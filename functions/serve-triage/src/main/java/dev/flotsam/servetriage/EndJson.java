package dev.flotsam.servetriage;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.verdict.Verdict;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.examine.JoinedEnd;
import dev.flotsam.triage.ingest.RecalledEnd;
import dev.flotsam.triage.ingest.RecalledEnd.Teller;
import dev.flotsam.triage.portrait.Portraits;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The end that a report tells of: what all reports of it say together, what each says alone, and who decided. */
final class EndJson {
    private EndJson() {}

    /** The end without the reports that a key doesn't see. */
    static RecalledEnd seenBy(ApiKey key, RecalledEnd end) {
        List<Teller> tellers = end.tellers().stream()
                .filter(teller -> key.sees(teller.report().app()))
                .toList();
        JoinedEnd joined = end.joined();
        List<String> names = joined.witnesses().stream()
                .filter(name -> tellers.stream()
                        .anyMatch(teller -> teller.report().id().value().equals(name)))
                .toList();
        return new RecalledEnd(
                new JoinedEnd(
                        joined.run(),
                        joined.verdict(),
                        joined.before(),
                        joined.signed(),
                        joined.counts(),
                        names,
                        joined.pictures().stream()
                                .filter(picture -> names.contains(picture.report()))
                                .toList()),
                tellers);
    }

    static void write(JsonGenerator json, RecalledEnd end) throws IOException {
        json.writeStartObject();
        json.writeStringField("run", end.joined().run());
        said(json, end.joined().verdict());
        json.writeArrayFieldStart("overturned_by");
        for (String fact : end.joined().verdict().overturnedBy()) {
            json.writeString(fact);
        }
        json.writeEndArray();
        json.writeStringField(
                "before",
                end.joined().before().map(before -> before.ending().wireName()).orElse(null));
        json.writeArrayFieldStart("witnesses");
        for (Teller teller : end.tellers()) {
            witness(json, teller);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void witness(JsonGenerator json, Teller teller) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", teller.report().id().value());
        json.writeStringField("href", "/v1/reports/" + teller.report().id());
        json.writeStringField("kind", kind(teller));
        json.writeBooleanField("decided", teller.decided());
        json.writeBooleanField("counts", teller.counts());
        Optional<Verdict> alone = teller.alone();
        if (alone.isPresent()) {
            json.writeObjectFieldStart("says");
            said(json, alone.get());
            json.writeEndObject();
        } else {
            json.writeNullField("says");
        }
        json.writeStringField(
                "cluster", teller.report().cluster().map(ClusterId::value).orElse(null));
        json.writeStringField(
                "captured",
                teller.report().facts().captured().map(Instant::toString).orElse(null));
        json.writeStringField("uploaded", teller.report().source().uploaded().toString());
        json.writeEndObject();
    }

    private static void said(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStringField("class", verdict.ending().wireName());
        json.writeNumberField("confidence", verdict.confidence());
        json.writeStringField("reason", verdict.reason());
    }

    private static String kind(Teller teller) {
        return switch (teller.witness()) {
            case Witness.Session session ->
                switch (session.record().part()) {
                    case WHOLE -> "session";
                    case START -> "session-start";
                    case END -> "session-end";
                };
            case Witness.Crash _ -> "crash";
            case Witness.MemoryException _ -> "memory-exception";
            case Witness.Jetsam _ -> "jetsam";
            case Witness.Warning _ -> "memory-warning";
            case Witness.Picture _ ->
                teller.report().outcome() instanceof Outcome.Recognised(String format, String ignored)
                                && format.equals(Portraits.FORMAT)
                        ? "portrait"
                        : "allocations";
        };
    }
}
