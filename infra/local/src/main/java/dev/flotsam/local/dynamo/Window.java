package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;

/**
 * A tumbling window that is open.
 *
 * @param state what the function returned last; an empty object at first
 */
record Window(Instant start, Instant end, JsonNode state) {
    /** The window of a length that an instant falls into. */
    static Window around(Instant instant, Duration length) {
        long seconds = length.toSeconds();
        Instant start = Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
        return new Window(start, start.plus(length), JsonNodeFactory.instance.objectNode());
    }

    Window with(JsonNode newState) {
        return new Window(start, end, newState);
    }

    boolean holds(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
