package dev.flotsam.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Turns objects that arrive into events and loses none: what is about to be written is noted in a file first, and the
 * note goes when the event is in its functions' queues. After a crash in between, objects that are there are announced
 * again.
 */
public final class Arrivals {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final InstantSource clock;
    private final Listener listener;
    private final AtomicLong sequence;
    private final List<Path> interrupted;

    /** What happens with an event. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Takes an event; it is safe when this returns.
         *
         * @param event {@code ObjectCreated:Put}
         * @param json as S3 sends it
         */
        void arrived(String bucket, String key, String event, byte[] json) throws IOException;
    }

    /**
     * Makes the journal of a bucket server.
     *
     * @param folder keeps the notes
     */
    public Arrivals(Path folder, InstantSource clock, Listener listener) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
        this.listener = listener;
        this.interrupted = notes();
        this.sequence = new AtomicLong(clock.millis() << 20);
    }

    Arrival expect(String bucket, String key, String event) {
        Path note = folder.resolve(UUID.randomUUID() + ".json");
        try {
            Files.writeString(
                    note,
                    JSON.createObjectNode()
                            .put("bucket", bucket)
                            .put("key", key)
                            .put("event", event)
                            .toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Arrival(bucket, key, event, note);
    }

    /** Announces the objects that were written, or replaced, when the last process ended without saying so. */
    void recover(BlobStore files) throws IOException {
        for (Path note : interrupted) {
            JsonNode noted = JSON.readTree(Files.readString(note));
            try (var arrival = new Arrival(
                    noted.path("bucket").asText(),
                    noted.path("key").asText(),
                    noted.path("event").asText(),
                    note)) {
                if (files.blobExists(arrival.bucket, arrival.key)) {
                    arrival.happened(files);
                }
            }
        }
    }

    private List<Path> notes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** An object on its way. */
    final class Arrival implements AutoCloseable {
        private final String bucket;
        private final String key;
        private final String event;
        private final Path note;

        Arrival(String bucket, String key, String event, Path note) {
            this.bucket = bucket;
            this.key = key;
            this.event = event;
            this.note = note;
        }

        void happened(BlobStore files) {
            HeadObjectResponse head = files.blobMetadata(bucket, key);
            var told = new ObjectEvent(
                    event,
                    bucket,
                    key,
                    head.contentLength(),
                    head.eTag().replace("\"", ""),
                    "%016X".formatted(sequence.incrementAndGet()),
                    clock.instant());
            try {
                listener.arrived(bucket, key, event, told.json());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(note);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
