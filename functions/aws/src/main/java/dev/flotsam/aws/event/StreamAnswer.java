package dev.flotsam.aws.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** What a stream function answers: window state, which we keep none of, and where to deliver again from. */
public final class StreamAnswer {
    private static final JsonFactory JSON = new JsonFactory();

    private StreamAnswer() {}

    /**
     * Writes the answer.
     *
     * @param failedFrom sequence number, as AWS wrote it, of the earliest record to deliver again; empty if all is done
     */
    public static void write(OutputStream answer, Optional<String> failedFrom) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(answer)) {
            json.writeStartObject();
            json.writeObjectFieldStart("state");
            json.writeEndObject();
            json.writeArrayFieldStart("batchItemFailures");
            if (failedFrom.isPresent()) {
                json.writeStartObject();
                json.writeStringField("itemIdentifier", failedFrom.get());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
