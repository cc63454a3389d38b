package dev.flotsam.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** The main class of a function's process. Ends when its host does. */
public final class RuntimeClient {
    private RuntimeClient() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        HostWatch.start(environment.containsKey("FLOTSAM_TRAINING"));
        var wire = new RuntimeWire(required(environment, "AWS_LAMBDA_RUNTIME_API"));
        RequestStreamHandler handler = initialised(required(environment, "_HANDLER"), wire);
        while (true) {
            serve(handler, wire, wire.next(), environment);
        }
    }

    private static RequestStreamHandler initialised(String name, RuntimeWire wire) throws IOException {
        try {
            return HandlerClass.named(name).create();
        } catch (Throwable failure) {
            failure.printStackTrace();
            wire.initError(ThrownError.of(failure));
            System.exit(1);
            throw new IllegalStateException(failure);
        }
    }

    private static void serve(
            RequestStreamHandler handler, RuntimeWire wire, InvocationEvent event, Map<String, String> environment)
            throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event.payload()), answer, new InvocationContext(event, environment));
        } catch (Throwable failure) {
            failure.printStackTrace();
            wire.error(event.id(), ThrownError.of(failure));
            return;
        }
        wire.response(event.id(), answer.toByteArray());
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("environment variable " + name + " is not set");
        }
        return value;
    }
}
