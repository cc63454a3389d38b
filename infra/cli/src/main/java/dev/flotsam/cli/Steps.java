package dev.flotsam.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Work that the API does in steps: each answer names the {@code next} cursor until nothing is left. */
final class Steps {
    private Steps() {}

    /**
     * Asks step by step.
     *
     * @param step asks from a cursor on, empty at first
     * @param each takes every answer
     */
    static void follow(Step step, Answer each) throws IOException, InterruptedException {
        String cursor = "";
        do {
            JsonNode answer = step.from(cursor);
            each.take(answer);
            cursor = answer.path("next").asText("");
        } while (!cursor.isEmpty());
    }

    /** A body that asks from a cursor on. */
    static ObjectNode from(String cursor) {
        ObjectNode body = new JsonMapper().createObjectNode();
        return cursor.isEmpty() ? body : body.put("cursor", cursor);
    }

    /** Asks for one step. */
    interface Step {
        JsonNode from(String cursor) throws IOException, InterruptedException;
    }

    /** Takes what a step answered. */
    interface Answer {
        void take(JsonNode answer) throws IOException, InterruptedException;
    }
}
