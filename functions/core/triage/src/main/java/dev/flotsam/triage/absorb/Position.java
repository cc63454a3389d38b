package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Digest;
import java.nio.charset.StandardCharsets;

/**
 * A place in the stream of occurrences.
 *
 * <p>Sequence numbers have 21 to 40 digits, more than DynamoDB's number type holds, and grow within a shard. They are
 * kept as text, left-padded to 40 digits, so that text order is stream order.
 *
 * @param lane short hash of the shard id: positions compare within one lane only
 * @param sequence 40 digits
 */
public record Position(String lane, String sequence) {
    private static final int DIGITS = 40;
    private static final int LANE_LENGTH = 12;

    /** The lane of deployments whose emulator has one shard and does not name it. */
    public static final String ONE_SHARD = "one-shard";

    public Position {
        if (sequence.length() != DIGITS) {
            throw new IllegalArgumentException("a padded sequence number has 40 digits, not " + sequence.length());
        }
    }

    /** The position of a record, from the shard id and sequence number as AWS writes them. */
    public static Position of(String shardId, String sequenceNumber) {
        return new Position(laneOf(shardId), pad(sequenceNumber));
    }

    /** The lane of a shard: 48 bits of a hash, so that a counter item's mark costs few bytes. */
    public static String laneOf(String shardId) {
        return Digest.hex(Digest.sha256(shardId.getBytes(StandardCharsets.UTF_8)))
                .substring(0, LANE_LENGTH);
    }

    @Override
    public String toString() {
        return lane + "/" + sequence;
    }

    private static String pad(String sequenceNumber) {
        if (sequenceNumber.isEmpty() || sequenceNumber.length() > DIGITS) {
            throw new IllegalArgumentException(
                    "a sequence number has 1 to 40 digits, not " + sequenceNumber.length() + ": " + sequenceNumber);
        }
        return "0".repeat(DIGITS - sequenceNumber.length()) + sequenceNumber;
    }
}
