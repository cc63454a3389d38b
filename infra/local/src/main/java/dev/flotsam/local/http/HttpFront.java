package dev.flotsam.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.flotsam.local.host.FunctionPool;
import dev.flotsam.local.host.InvocationResult;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP API: routes requests to functions and waits for their answers, within Lambda's limits. */
public final class HttpFront implements AutoCloseable {
    /** Lambda's limit for the event of a synchronous invocation, in bytes. */
    static final int MAXIMUM_EVENT = 6 * 1024 * 1024;

    private final HttpServer server;
    private final Routes routes;
    private final InstantSource clock;

    private HttpFront(HttpServer server, Routes routes, InstantSource clock) {
        this.server = server;
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * Starts the front.
     *
     * @param port 0 for any free one
     */
    public static HttpFront start(int port, Routes routes, InstantSource clock) throws IOException {
        var front = new HttpFront(Loopback.server(port), routes, clock);
        front.server.createContext("/", front::answer);
        front.server.start();
        return front;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answered(exchange));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private ProxyAnswer answered(HttpExchange exchange) throws IOException, InterruptedException {
        URI uri = exchange.getRequestURI();
        String method = exchange.getRequestMethod();
        Optional<FunctionPool> function = routes.find(method, uri.getRawPath());
        if (function.isEmpty()) {
            return ProxyAnswer.message(404, "Not Found");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_EVENT + 1);
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        byte[] event = ProxyEvent.of(method, uri.getRawPath(), query, forwarded(exchange), body, clock.instant());
        if (event.length > MAXIMUM_EVENT) {
            return ProxyAnswer.message(413, "Request Too Long");
        }
        return switch (function.get().invoke(event)) {
            case InvocationResult.Answered(byte[] payload) -> ProxyAnswer.read(payload);
            case InvocationResult.Failed failed
            when failed.cause() == InvocationResult.Cause.TIMEOUT -> ProxyAnswer.message(503, "Service Unavailable");
            case InvocationResult.Failed failed -> ProxyAnswer.message(500, "Internal Server Error");
        };
    }

    /** The request's headers and those that API Gateway adds. */
    private Map<String, List<String>> forwarded(HttpExchange exchange) {
        Map<String, List<String>> headers = new LinkedHashMap<>(exchange.getRequestHeaders());
        headers.put("X-Forwarded-For", List.of("127.0.0.1"));
        headers.put(
                "X-Forwarded-Port", List.of(String.valueOf(server.getAddress().getPort())));
        headers.put("X-Forwarded-Proto", List.of("http"));
        return headers;
    }

    private static void send(HttpExchange exchange, ProxyAnswer answer) throws IOException {
        answer.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Transfer-Encoding")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean bodiless =
                answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
