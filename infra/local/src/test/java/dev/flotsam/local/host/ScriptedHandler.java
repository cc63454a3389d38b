package dev.flotsam.local.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A function that does what its event says: {@code "VERB ARGUMENT"}, a JSON string. */
public final class ScriptedHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("\"", "");
        String verb = event.contains(" ") ? event.substring(0, event.indexOf(' ')) : event;
        String argument = event.substring(event.indexOf(' ') + 1);
        String answer =
                switch (verb) {
                    case "echo" -> argument;
                    case "fail" -> throw new IllegalStateException(argument);
                    case "exit" -> {
                        Runtime.getRuntime().halt(3);
                        yield "";
                    }
                    case "variable" -> System.getenv(argument);
                    case "heap" -> String.valueOf(Runtime.getRuntime().maxMemory() / 1024 / 1024);
                    case "name" -> context.getFunctionName() + " " + context.getInvokedFunctionArn();
                    case "large" -> "x".repeat(Integer.parseInt(argument));
                    case "hang" -> hang(Path.of(argument));
                    case "note" -> noteAndFail(Path.of(argument));
                    default -> throw new IllegalArgumentException(event);
                };
        output.write(("\"" + answer + "\"").getBytes(StandardCharsets.UTF_8));
    }

    private static String hang(Path startedMark) throws IOException {
        Files.writeString(startedMark, "started");
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    private static String noteAndFail(Path attempts) throws IOException {
        Files.writeString(attempts, "attempt\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        throw new IllegalStateException("noted");
    }
}
