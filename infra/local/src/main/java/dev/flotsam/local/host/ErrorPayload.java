package dev.flotsam.local.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** The JSON by which a function error is told. */
final class ErrorPayload {
    private static final JsonMapper JSON = new JsonMapper();

    private ErrorPayload() {}

    static String of(String type, String message) {
        return JSON.createObjectNode()
                .put("errorType", type)
                .put("errorMessage", message)
                .toString();
    }

    /** @param payload as the runtime client posted it, in whatever shape */
    static InvocationResult.Failed read(InvocationResult.Cause cause, byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        try {
            JsonNode tree = JSON.readTree(text);
            return new InvocationResult.Failed(
                    cause,
                    tree.path("errorType").asText("Unhandled"),
                    tree.path("errorMessage").asText(""),
                    text);
        } catch (JsonProcessingException malformed) {
            return InvocationResult.failed(cause, "Unhandled", text);
        }
    }
}
