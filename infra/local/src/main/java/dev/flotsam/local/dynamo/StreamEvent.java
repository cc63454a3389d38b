package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The event a function gets for a batch. Only an event of a tumbling window names its shard. Source: AWS Lambda Developer
 * Guide, "Implementing stateful DynamoDB stream processing".
 */
final class StreamEvent {
    private static final JsonMapper JSON = new JsonMapper();

    private StreamEvent() {}

    static byte[] of(List<StreamRecord> records, String shardId, String streamArn, Optional<Window> window) {
        return json(records, shardId, streamArn, window, false);
    }

    /** The call without records that closes a window. */
    static byte[] last(String shardId, String streamArn, Window window) {
        return json(List.of(), shardId, streamArn, Optional.of(window), true);
    }

    private static byte[] json(
            List<StreamRecord> records, String shardId, String streamArn, Optional<Window> window, boolean last) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode list = event.putArray("Records");
        records.forEach(record -> list.add(record.json()));
        window.ifPresent(open -> {
            event.putObject("window")
                    .put("start", open.start().toString())
                    .put("end", open.end().toString());
            event.set("state", open.state());
            event.put("shardId", shardId)
                    .put("eventSourceARN", streamArn)
                    .put("isFinalInvokeForWindow", last)
                    .put("isWindowTerminatedEarly", false);
        });
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
