package dev.flotsam.aws.event;

import dev.flotsam.triage.Fault;
import dev.flotsam.triage.ingest.IngestUpload;
import dev.flotsam.triage.ingest.IngestUpload.Ingested;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Ingests the objects of an S3 event: what parse-crashes and detect-fooms do. */
public final class UploadEvents {
    private final IngestUpload ingest;

    /** Over the use case. */
    public UploadEvents(IngestUpload ingest) {
        this.ingest = ingest;
    }

    /**
     * Ingests each object. One that fails doesn't keep the others back; the event fails at the end, and is delivered
     * again: what was recorded is found then.
     *
     * @param done hears what became of each object
     */
    public void handle(InputStream event, BiConsumer<ObjectCreated, Ingested> done) throws IOException {
        List<ObjectCreated> objects = ObjectCreated.read(event);
        Optional<Fault> failed = Optional.empty();
        for (ObjectCreated object : objects) {
            try {
                done.accept(object, ingest.ingest(object.key(), object.version()));
            } catch (Fault fault) {
                failed = Optional.of(fault);
            }
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
    }
}
