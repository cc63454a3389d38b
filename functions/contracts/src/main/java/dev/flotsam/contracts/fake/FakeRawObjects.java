package dev.flotsam.contracts.fake;

import dev.flotsam.triage.Digest;
import dev.flotsam.triage.ingest.RawObjects;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A bucket in memory, without versions: every version asked for is the latest. */
public final class FakeRawObjects implements RawObjects {
    private final Map<String, Stored> objects = new HashMap<>();

    /** Stores an object, as an upload does. */
    public synchronized void put(String key, byte[] bytes, Instant stored) {
        objects.put(key, new Stored(bytes, stored));
    }

    /** Drops an object, as a lifecycle rule does. */
    public synchronized void delete(String key) {
        objects.remove(key);
    }

    @Override
    public synchronized Optional<Content> open(String key, String version) {
        return Optional.ofNullable(objects.get(key)).map(Stored::open);
    }

    @Override
    public synchronized void copy(String key, String version, String target) {
        Stored source = objects.get(key);
        if (source != null) {
            objects.put(target, source);
        }
    }

    private static final class Stored {
        private final byte[] bytes;
        private final Instant when;

        Stored(byte[] bytes, Instant when) {
            this.bytes = bytes.clone();
            this.when = when;
        }

        Content open() {
            String tag = Digest.hex(Digest.sha256(bytes)).substring(0, 32);
            return new Content(new ByteArrayInputStream(bytes), bytes.length, tag, when);
        }
    }
}
