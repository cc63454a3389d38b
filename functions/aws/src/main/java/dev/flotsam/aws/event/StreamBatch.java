package dev.flotsam.aws.event;

import dev.flotsam.report.json.JsonValue;
import dev.flotsam.triage.absorb.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Records of one shard of a DynamoDB stream.
 *
 * <p>Only tumbling-window events name their shard. Emulators drop windows but have one shard: a deployment says so, see
 * {@link ShardNaming}. An event that names no shard is refused otherwise, for marks of two shards must never mix.
 *
 * @param records in stream order; none in a window's final call
 */
public record StreamBatch(List<Entry> records) {
    public StreamBatch {
        records = List.copyOf(records);
    }

    /** A position as AWS wrote it, to answer with. */
    public String sequenceNumber(Position position) {
        return records.stream()
                .filter(entry -> entry.position().equals(position))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no record of this batch stands at " + position))
                .sequenceNumber();
    }

    /** Whether events name their shard. */
    public enum ShardNaming {
        /** Tumbling windows are on: {@code shardId} is required. */
        NAMED,
        /** An emulator with one shard: one constant lane where the event names none. */
        ONE_SHARD;

        /** Reads the {@code STREAM_SHARDS} variable: "one" or "named". */
        public static ShardNaming parse(String word) {
            return switch (word) {
                case "one" -> ONE_SHARD;
                case "named" -> NAMED;
                default ->
                    throw new IllegalArgumentException("STREAM_SHARDS is \"named\" or \"one\", not \"" + word + "\"");
            };
        }
    }

    /** Reads an event. */
    public static StreamBatch read(InputStream event, ShardNaming naming) throws IOException {
        JsonValue root = EventJson.read(event);
        List<JsonValue> listed = root.get("Records").elements();
        String shard = root.text("shardId");
        if (shard.isEmpty() && !listed.isEmpty()) {
            if (naming == ShardNaming.NAMED) {
                throw new IOException("event at $.shardId: absent. Set TumblingWindowInSeconds on the event source"
                        + " mapping, or STREAM_SHARDS=one for an emulator with one shard");
            }
            shard = Position.ONE_SHARD;
        }
        List<Entry> records = new ArrayList<>();
        for (JsonValue entry : listed) {
            records.add(entry(shard, entry, records.size()));
        }
        return new StreamBatch(records);
    }

    private static Entry entry(String shard, JsonValue entry, int index) throws IOException {
        JsonValue change = entry.get("dynamodb");
        String sequence = change.text("SequenceNumber");
        if (sequence.isEmpty()) {
            throw new IOException("event at $.Records[" + index + "].dynamodb.SequenceNumber: absent");
        }
        return new Entry(
                Position.of(shard, sequence),
                sequence,
                entry.text("eventName"),
                AttributeJson.item(change.get("OldImage")),
                AttributeJson.item(change.get("NewImage")),
                entry.at("userIdentity", "principalId").text().equals("dynamodb.amazonaws.com"));
    }

    /**
     * One stream record.
     *
     * @param position where it stands
     * @param sequenceNumber as AWS wrote it, to answer with
     * @param eventName INSERT, MODIFY or REMOVE
     * @param before the item before, if there was one
     * @param after the item after, if there is one
     * @param byTimeToLive removed by DynamoDB itself because it had expired
     */
    public record Entry(
            Position position,
            String sequenceNumber,
            String eventName,
            Optional<Map<String, AttributeValue>> before,
            Optional<Map<String, AttributeValue>> after,
            boolean byTimeToLive) {}
}
