package dev.flotsam.indexsymbols;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.symbol.IndexUpload.Answer;
import dev.flotsam.triage.symbol.IndexUpload.Indexed;
import java.io.IOException;
import java.io.OutputStream;

/** The function's answer: {@code {"uploads": [{"key", "refused", "images": [{"uuid", "arch", "outcome", …}]}]}}. */
final class IndexedJson implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    IndexedJson(OutputStream answer) throws IOException {
        json = JSON.createGenerator(answer);
        json.writeStartObject();
        json.writeArrayFieldStart("uploads");
    }

    void write(String key, Indexed indexed) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", key);
        json.writeStringField("refused", indexed.refused().isEmpty() ? null : indexed.refused());
        json.writeArrayFieldStart("images");
        for (Answer image : indexed.images()) {
            json.writeStartObject();
            json.writeStringField("uuid", image.image().map(ImageId::uuidText).orElse(null));
            json.writeStringField(
                    "arch", image.image().map(it -> it.arch().name()).orElse(null));
            json.writeStringField("outcome", image.outcome());
            json.writeNumberField("functions", image.functions());
            json.writeNumberField("bytes", image.bytes());
            json.writeStringField("reason", image.reason().isEmpty() ? null : image.reason());
            json.writeNumberField("clusters_waiting", image.waiting());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
