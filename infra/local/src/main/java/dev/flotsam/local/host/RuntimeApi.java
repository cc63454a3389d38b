package dev.flotsam.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.flotsam.local.http.Loopback;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The Runtime API of one environment, on its own port: what one process has parked can never take another's event.
 * Source: AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes".
 */
final class RuntimeApi implements AutoCloseable {
    /** Lambda's limit for a synchronous answer, in bytes. */
    static final int MAXIMUM_ANSWER = 6 * 1024 * 1024;

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String INVOCATION = ROOT + "invocation/";

    private final HttpServer server;
    private final String functionArn;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile Invocation current;
    private volatile boolean closed;

    RuntimeApi(String functionArn) throws IOException {
        this.functionArn = functionArn;
        this.server = Loopback.server(0);
        server.createContext(ROOT, this::answer);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Done when the process asks for its first event; failed with the reason if it cannot start. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    void offer(Invocation invocation) {
        current = invocation;
        waiting.add(invocation);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.equals(INVOCATION + "next")) {
                next(exchange);
            } else if (path.equals(ROOT + "init/error")) {
                ready.completeExceptionally(new StartFailure(ErrorPayload.read(
                        InvocationResult.Cause.START, exchange.getRequestBody().readAllBytes())));
                reply(exchange, 202, "{\"status\":\"OK\"}");
            } else if (path.startsWith(INVOCATION)) {
                outcome(exchange, path.substring(INVOCATION.length()).split("/", 2));
            } else {
                reply(exchange, 404, ErrorPayload.of("NotFound", path));
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(null);
        Invocation invocation = take();
        if (invocation == null) {
            return;
        }
        invocation.fetch();
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                String.valueOf(invocation.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, invocation.payload().length == 0 ? -1 : invocation.payload().length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(invocation.payload());
        }
    }

    private Invocation take() {
        try {
            while (!closed) {
                Invocation invocation = waiting.poll(1, TimeUnit.SECONDS);
                if (invocation != null) {
                    return invocation;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void outcome(HttpExchange exchange, String[] idAndKind) throws IOException {
        Invocation invocation = current;
        byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_ANSWER + 1);
        if (invocation == null || idAndKind.length < 2 || !invocation.id().equals(idAndKind[0])) {
            reply(exchange, 400, ErrorPayload.of("InvalidRequestID", idAndKind[0]));
        } else if (body.length > MAXIMUM_ANSWER) {
            String message =
                    "Response payload size exceeded maximum allowed payload size (" + MAXIMUM_ANSWER + " bytes).";
            reply(exchange, 413, ErrorPayload.of("RequestEntityTooLarge", message));
            invocation
                    .result()
                    .complete(InvocationResult.failed(
                            InvocationResult.Cause.HANDLER, "Function.ResponseSizeTooLarge", message));
        } else {
            reply(exchange, 202, "{\"status\":\"OK\"}");
            invocation
                    .result()
                    .complete(
                            idAndKind[1].equals("response")
                                    ? new InvocationResult.Answered(body)
                                    : ErrorPayload.read(InvocationResult.Cause.HANDLER, body));
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed = true;
        server.stop(0);
    }

    /** Why a process did not become ready. */
    static final class StartFailure extends Exception {
        private static final long serialVersionUID = 1;

        private final transient InvocationResult.Failed failure;

        StartFailure(InvocationResult.Failed failure) {
            super(failure.message());
            this.failure = failure;
        }

        InvocationResult.Failed failure() {
            return failure;
        }
    }
}
