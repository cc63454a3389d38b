package dev.flotsam.aws.event;

import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;

/** Reads an event document; Lambda's own limit is 6 MB. */
final class EventJson {
    private static final JsonReader JSON = new JsonReader(new JsonLimits(64, 2_000_000, 1 << 20, 1_024, 64));

    private EventJson() {}

    static JsonValue read(InputStream event) throws IOException {
        JsonDocument document = JSON.read(event.readAllBytes());
        if (document.damage().isPresent()) {
            throw new IOException("event at " + document.damage().get().where() + ": "
                    + document.damage().get().message());
        }
        return document.root();
    }
}
