package dev.flotsam.triage.examine;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.report.ParsedReport.App;
import dev.flotsam.report.ParsedReport.ExceptionInfo;
import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.signature.Note;
import dev.flotsam.signature.Signature;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.examine.VerdictSigner.SignedEnd;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields that records of all kinds share, in the order of {@link FindingJson}'s contract. */
final class FindingFields {
    private FindingFields() {}

    static void nothingFound(JsonGenerator json) throws IOException {
        json.writeNullField("exception");
        json.writeNullField("verdict");
        json.writeNullField("crashed_thread");
        frames(json, List.of());
        nothingSigned(json);
        missing(json, List.of());
    }

    static void head(JsonGenerator json, String format, String kind) throws IOException {
        json.writeStringField("format", format);
        json.writeStringField("kind", kind);
    }

    static void app(JsonGenerator json, App app) throws IOException {
        json.writeObjectFieldStart("app");
        json.writeStringField("id", app.id());
        json.writeStringField("version", app.version());
        json.writeStringField("build", app.build());
        json.writeStringField("name", app.name());
        json.writeEndObject();
    }

    static void machine(JsonGenerator json, Os os, String device, Optional<Instant> captured) throws IOException {
        json.writeStringField("os", shown(os));
        json.writeStringField("device", device);
        json.writeStringField("captured", captured.map(Instant::toString).orElse(null));
    }

    /** Such as "iOS 17.2.1 (21C66)". */
    static String shown(Os os) {
        String named = (os.name() + " " + os.version()).strip();
        return os.build().isEmpty() ? named : (named + " (" + os.build() + ")").strip();
    }

    static void exception(JsonGenerator json, Optional<ExceptionInfo> exception) throws IOException {
        if (exception.isEmpty()) {
            json.writeNullField("exception");
            return;
        }
        ExceptionInfo it = exception.get();
        json.writeObjectFieldStart("exception");
        json.writeStringField("type", it.type());
        json.writeStringField("signal", it.signal());
        json.writeStringField("codes", it.codes());
        json.writeStringField("subtype", it.subtype());
        json.writeStringField(
                "address",
                it.address().map(address -> "0x" + Long.toHexString(address)).orElse(null));
        json.writeStringField("name", it.name());
        json.writeStringField("reason", it.reason());
        json.writeEndObject();
    }

    static void frames(JsonGenerator json, List<NamedFrame> frames) throws IOException {
        json.writeArrayFieldStart("frames");
        for (NamedFrame frame : frames) {
            json.writeStartObject();
            json.writeStringField("image", frame.image());
            json.writeStringField("symbol", frame.symbol().isEmpty() ? null : frame.symbol());
            json.writeStringField("file", frame.file().isEmpty() ? null : frame.file());
            if (frame.line() > 0) {
                json.writeNumberField("line", frame.line());
            } else {
                json.writeNullField("line");
            }
            json.writeBooleanField("inlined", frame.inlined());
            json.writeBooleanField("in_app", frame.inApp());
            json.writeStringField("outcome", frame.outcome());
            json.writeStringField(
                    "address", "0x" + Long.toHexString(frame.reported().address()));
            json.writeNumberField("offset", frame.reported().offset());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void signature(JsonGenerator json, Signature signature, List<Note> notes) throws IOException {
        json.writeObjectFieldStart("signature");
        json.writeStringField("id", signature.id());
        json.writeStringField("ruleset", signature.ruleset());
        json.writeStringField("kind", signature.kind());
        json.writeStringField("title", signature.title());
        json.writeArrayFieldStart("frames");
        for (String frame : signature.frames()) {
            json.writeString(frame);
        }
        json.writeEndArray();
        json.writeBooleanField("unstable", signature.unstable());
        json.writeBooleanField("weak", signature.weak());
        json.writeEndObject();
        json.writeArrayFieldStart("explanation");
        for (Note note : notes) {
            json.writeStartObject();
            json.writeStringField("rule", note.rule());
            json.writeStringField("before", note.before());
            json.writeStringField("after", note.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void signed(JsonGenerator json, Optional<SignedEnd> signed) throws IOException {
        if (signed.isPresent()) {
            signature(json, signed.get().signature(), signed.get().notes());
        } else {
            nothingSigned(json);
        }
    }

    static void nothingSigned(JsonGenerator json) throws IOException {
        json.writeNullField("signature");
        json.writeArrayFieldStart("explanation");
        json.writeEndArray();
    }

    static void missing(JsonGenerator json, List<MissingImage> missing) throws IOException {
        json.writeArrayFieldStart("missing_symbols");
        for (MissingImage image : missing) {
            json.writeStartObject();
            json.writeStringField("uuid", image.uuid());
            json.writeStringField("image", image.name());
            json.writeStringField("arch", image.architecture());
            if (image.hidden() > 0) {
                json.writeNumberField("hidden_names", image.hidden());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** An enum constant as JSON writes it: "APPLE_TEXT" is "apple-text". */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
