package dev.flotsam.contracts.stream;

import java.util.List;

/**
 * What one invocation gets: records of one shard in order; none in the final call of a window.
 *
 * @param shardId whose records
 * @param records in stream order
 */
public record Batch(String shardId, List<StreamRecord> records) {
    public Batch {
        records = List.copyOf(records);
    }
}
