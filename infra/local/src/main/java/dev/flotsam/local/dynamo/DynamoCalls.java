package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * DynamoDB's JSON protocol, without a client library: records of a stream come in the very JSON that Lambda hands on.
 * DynamoDB Local reads the access key out of the Authorization header and checks no signature.
 */
public final class DynamoCalls implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private final String authorization;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public DynamoCalls(URI endpoint, String accessKey) {
        this.endpoint = endpoint;
        this.authorization = "AWS4-HMAC-SHA256 Credential=" + accessKey
                + "/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
    }

    /**
     * Calls an action of the tables' API.
     *
     * @throws DynamoException if the service refuses
     */
    public JsonNode call(String action, Object request) throws InterruptedException {
        return send("DynamoDB_20120810." + action, request);
    }

    /** Calls an action of the streams' API. */
    JsonNode streams(String action, Object request) throws InterruptedException {
        return send("DynamoDBStreams_20120810." + action, request);
    }

    private JsonNode send(String target, Object request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(endpoint)
                            .header("X-Amz-Target", target)
                            .header("Content-Type", "application/x-amz-json-1.0")
                            .header("Authorization", authorization)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                            .build(),
                    BodyHandlers.ofByteArray());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                String type = answer.path("__type").asText();
                throw new DynamoException(
                        type.substring(type.indexOf('#') + 1),
                        target + ": "
                                + answer.path("message")
                                        .asText(answer.path("Message").asText()));
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(target + " at " + endpoint, failure);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** The service refused a call. */
    public static final class DynamoException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String type;

        DynamoException(String type, String message) {
            super(type + ": " + message);
            this.type = type;
        }

        /** The error code, {@code ResourceNotFoundException}. */
        public String type() {
            return type;
        }
    }
}
