package dev.flotsam.local.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Where events go that Lambda would send to an on-failure destination: a folder per queue, a file per record, in the
 * form of Lambda's destination records. Source: AWS Lambda Developer Guide, "Capturing records of Lambda asynchronous
 * invocations".
 */
public final class FailureQueue {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final InstantSource clock;

    public FailureQueue(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    void add(String queue, String functionArn, int attempts, byte[] event, InvocationResult.Failed failure) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("version", "1.0").put("timestamp", clock.instant().toString());
        entry.putObject("requestContext")
                .put("functionArn", functionArn + ":$LATEST")
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", attempts);
        try {
            entry.set("requestPayload", JSON.readTree(new String(event, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException noJson) {
            entry.put("requestPayload", new String(event, StandardCharsets.UTF_8));
        }
        entry.putObject("responseContext").put("statusCode", 200).put("functionError", "Unhandled");
        entry.putObject("responsePayload").put("errorType", failure.type()).put("errorMessage", failure.message());
        add(queue, entry);
    }

    /** Keeps a record as it is. */
    public void add(String queue, ObjectNode entry) {
        try {
            Path target = Files.createDirectories(folder.resolve(queue));
            Files.writeString(target.resolve(UUID.randomUUID() + ".json"), entry.toPrettyString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
