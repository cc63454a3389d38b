package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.local.dynamo.DynamoCalls.DynamoException;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream read over DynamoDB's streams API. */
final class DynamoStream implements StreamSource {
    private static final String EXPIRED = "ExpiredIteratorException";
    /** DynamoDB Local also says so of an iterator that is fine, when a write is under way. */
    private static final String TRIMMED = "TrimmedDataAccessException";

    private final DynamoCalls dynamo;
    private final String arn;
    private final InstantSource clock;

    DynamoStream(DynamoCalls dynamo, String arn, InstantSource clock) {
        this.dynamo = dynamo;
        this.arn = arn;
        this.clock = clock;
    }

    @Override
    public List<Shard> shards() throws InterruptedException {
        List<Shard> shards = new ArrayList<>();
        Map<String, Object> request = new HashMap<>(Map.of("StreamArn", arn));
        while (true) {
            JsonNode description = dynamo.streams("DescribeStream", request).path("StreamDescription");
            for (JsonNode shard : description.path("Shards")) {
                shards.add(new Shard(
                        shard.path("ShardId").asText(),
                        Optional.ofNullable(shard.get("ParentShardId")).map(JsonNode::asText)));
            }
            String last = description.path("LastEvaluatedShardId").asText("");
            if (last.isEmpty()) {
                return shards;
            }
            request.put("ExclusiveStartShardId", last);
        }
    }

    @Override
    public Cursor open(String shardId, Optional<String> after, boolean fromStart) throws InterruptedException {
        String iterator = after.isPresent() ? reopened(shardId, after) : iterator(shardId, after, fromStart);
        return new Reading(shardId, iterator, after);
    }

    private String iterator(String shardId, Optional<String> after, boolean fromStart) throws InterruptedException {
        Map<String, Object> request = new HashMap<>(Map.of("StreamArn", arn, "ShardId", shardId));
        if (after.isPresent()) {
            request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER");
            request.put("SequenceNumber", after.get());
        } else {
            request.put("ShardIteratorType", fromStart ? "TRIM_HORIZON" : "LATEST");
        }
        return dynamo.streams("GetShardIterator", request).path("ShardIterator").asText();
    }

    /** An iterator behind the last record that was read; from the oldest one left if that one has been trimmed. */
    private String reopened(String shardId, Optional<String> last) throws InterruptedException {
        try {
            return iterator(shardId, last, true);
        } catch (DynamoException refused) {
            if (refused.type().equals(TRIMMED)) {
                return iterator(shardId, Optional.empty(), true);
            }
            throw refused;
        }
    }

    private final class Reading implements Cursor {
        private final String shardId;
        private Optional<String> last;
        private Optional<String> iterator;

        Reading(String shardId, String iterator, Optional<String> after) {
            this.shardId = shardId;
            this.iterator = Optional.of(iterator);
            this.last = after;
        }

        @Override
        public List<StreamRecord> read() throws InterruptedException {
            if (iterator.isEmpty()) {
                return List.of();
            }
            JsonNode page;
            try {
                page = dynamo.streams("GetRecords", Map.of("ShardIterator", iterator.get()));
            } catch (DynamoException refused) {
                if (!refused.type().equals(EXPIRED) && !refused.type().equals(TRIMMED)) {
                    throw refused;
                }
                iterator = Optional.of(reopened(shardId, last));
                return List.of();
            }
            List<StreamRecord> records = new ArrayList<>();
            for (JsonNode entry : page.path("Records")) {
                ObjectNode json =
                        ((ObjectNode) entry).put("awsRegion", "us-east-1").put("eventSourceARN", arn);
                String sequence = json.path("dynamodb").path("SequenceNumber").asText();
                if (isNew(sequence)) {
                    records.add(new StreamRecord(sequence, json, clock.instant()));
                    last = Optional.of(sequence);
                }
            }
            iterator = Optional.ofNullable(page.get("NextShardIterator")).map(JsonNode::asText);
            return records;
        }

        /** After a reopening at the oldest record some come again. */
        private boolean isNew(String sequence) {
            return last.isEmpty() || new BigInteger(sequence).compareTo(new BigInteger(last.get())) > 0;
        }

        @Override
        public boolean atEnd() {
            return iterator.isEmpty();
        }
    }
}
