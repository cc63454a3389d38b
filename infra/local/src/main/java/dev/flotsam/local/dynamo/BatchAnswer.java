package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.flotsam.local.host.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a function said about a batch.
 *
 * @param done how many records from the first on need no more attempts
 * @param state of the window
 */
record BatchAnswer(int done, JsonNode state) {
    /**
     * Reads an answer. Source: AWS Lambda Developer Guide, "Reporting batch item failures": no list, an empty one or
     * null is success; an empty or unknown identifier fails the whole batch; else all from the first named record on.
     */
    static BatchAnswer read(InvocationResult result, List<StreamRecord> batch, boolean reportsItemFailures) {
        if (!(result instanceof InvocationResult.Answered answered)) {
            return new BatchAnswer(0, MissingNode.getInstance());
        }
        JsonNode json;
        try {
            json = new JsonMapper().readTree(new String(answered.payload(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException noJson) {
            return new BatchAnswer(reportsItemFailures ? 0 : batch.size(), MissingNode.getInstance());
        }
        JsonNode state = json.path("state").isObject() ? json.get("state") : JsonNodeFactory.instance.objectNode();
        int done = batch.size();
        if (reportsItemFailures) {
            for (JsonNode failure : json.path("batchItemFailures")) {
                done = Math.min(
                        done, index(batch, failure.path("itemIdentifier").asText("")));
            }
        }
        return new BatchAnswer(done, state);
    }

    private static int index(List<StreamRecord> batch, String sequence) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).sequence().equals(sequence)) {
                return i;
            }
        }
        return 0;
    }
}
