package dev.flotsam.local.dynamo;

import java.util.List;
import java.util.Optional;

/** A table's stream, as far as a poller needs it. */
interface StreamSource {
    /** Shards that can be read now, parents before their children. */
    List<Shard> shards() throws InterruptedException;

    /**
     * Starts reading.
     *
     * @param after the sequence number of the last record that needs no reading
     * @param fromStart where to begin without one: the oldest record, or what comes from now on
     */
    Cursor open(String shardId, Optional<String> after, boolean fromStart) throws InterruptedException;

    /** A part of a stream in which records are ordered. */
    record Shard(String id, Optional<String> parent) {}

    /** A place in a shard. */
    interface Cursor {
        /** The next records, possibly none. */
        List<StreamRecord> read() throws InterruptedException;

        /** Whether the shard is closed and read to its end. */
        boolean atEnd();
    }
}
