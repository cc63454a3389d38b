package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeOccurrences.Written;

/**
 * One record of a stream.
 *
 * @param shardId its shard, as AWS names it
 * @param sequenceNumber unpadded, as AWS writes it
 * @param written what was written
 * @param poisoned whether it arrives unreadable
 */
public record StreamRecord(String shardId, String sequenceNumber, Written written, boolean poisoned) {}
