package dev.flotsam.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A function that keeps every event it gets as a file, and answers HTTP requests with the event itself. */
public final class RecordingHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        Path folder = Path.of(System.getenv("RECORDS"));
        Path partial = folder.resolve(UUID.randomUUID() + ".partial");
        Files.writeString(partial, event);
        Files.move(partial, folder.resolve(partial.getFileName() + ".json"));
        String answer = event.contains("httpMethod")
                ? "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"application/json\"},\"body\":\""
                        + event.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}"
                : "{}";
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
