package dev.flotsam.triage.ingest;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Raw uploads: the truth that all else is derived from. */
public interface RawObjects {

    /**
     * Opens an object.
     *
     * @param version empty for the latest
     * @return empty where it is gone
     */
    Optional<Content> open(String key, String version);

    /** Copies an object within the bucket; the same copy again changes nothing. */
    void copy(String key, String version, String target);

    /**
     * An open object; close it.
     *
     * @param stream its bytes
     * @param size in bytes
     * @param entityTag the store's tag of the content, without quotes
     * @param stored when it was stored
     */
    record Content(InputStream stream, long size, String entityTag, Instant stored) implements AutoCloseable {
        @Override
        public void close() throws java.io.IOException {
            stream.close();
        }
    }
}
