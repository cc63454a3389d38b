package dev.flotsam.local.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.flotsam.local.http.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code POST /hook…} receives, {@code GET /messages} lists, {@code DELETE /messages} forgets, {@code PUT /behaviour}
 * says how to answer from now on, {@code GET /} shows it all to people.
 */
public final class Inbox implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAXIMUM_MESSAGE = 1024 * 1024;

    private final HttpServer server;
    private final Messages messages;
    private final InstantSource clock;
    private Behaviour behaviour = Behaviour.WELL;

    private Inbox(HttpServer server, Messages messages, InstantSource clock) {
        this.server = server;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Starts the inbox.
     *
     * @param folder keeps the messages
     * @param port 0 for any free one
     */
    public static Inbox start(Path folder, int port, InstantSource clock) throws IOException {
        var inbox = new Inbox(Loopback.server(port), new Messages(folder), clock);
        inbox.server.createContext("/", inbox::answer);
        inbox.server.start();
        return inbox;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            switch (exchange.getRequestMethod() + " " + (path.startsWith("/hook") ? "/hook" : path)) {
                case "POST /hook" -> receive(exchange, path);
                case "GET /messages" -> reply(exchange, 200, "application/json", list());
                case "DELETE /messages" -> {
                    messages.clear();
                    exchange.sendResponseHeaders(204, -1);
                }
                case "PUT /behaviour" -> behave(exchange);
                default -> page(exchange, path);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(HttpExchange exchange, String path) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_MESSAGE);
        Behaviour now = takeBehaviour();
        String outcome = now.kind() == Behaviour.Kind.OK || now.kind() == Behaviour.Kind.REFUSE
                ? String.valueOf(now.status())
                : now.kind().name().toLowerCase(java.util.Locale.ROOT);
        messages.add(
                clock.instant(), path, exchange.getRequestHeaders(), new String(body, StandardCharsets.UTF_8), outcome);
        switch (now.kind()) {
            case OK -> reply(exchange, now.status(), "text/plain", "ok");
            case REFUSE -> {
                if (now.retryAfter() > 0) {
                    exchange.getResponseHeaders().set("Retry-After", String.valueOf(now.retryAfter()));
                }
                reply(exchange, now.status(), "text/plain", "no");
            }
            case HANG -> Thread.sleep(600_000);
            case CLOSE -> {
                // closing the exchange without an answer
            }
        }
    }

    private synchronized Behaviour takeBehaviour() {
        Behaviour now = behaviour;
        behaviour = now.next();
        return now;
    }

    private void behave(HttpExchange exchange) throws IOException {
        JsonNode wanted = JSON.readTree(exchange.getRequestBody().readNBytes(MAXIMUM_MESSAGE));
        try {
            Behaviour next = Behaviour.read(wanted);
            synchronized (this) {
                behaviour = next;
            }
            exchange.sendResponseHeaders(204, -1);
        } catch (IllegalArgumentException wrong) {
            reply(exchange, 400, "text/plain", wrong.getMessage() + "\n");
        }
    }

    private static void page(HttpExchange exchange, String path) throws IOException {
        Optional<InboxPage.File> file =
                exchange.getRequestMethod().equals("GET") ? InboxPage.at(path) : Optional.empty();
        if (file.isEmpty()) {
            reply(exchange, 404, "text/plain", "nothing at " + path + "\n");
            return;
        }
        exchange.getResponseHeaders().set("Content-Security-Policy", InboxPage.POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        reply(exchange, 200, file.get().type(), file.get().bytes());
    }

    private String list() throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode all = answer.putArray("messages");
        messages.list().forEach(all::add);
        return answer.toString();
    }

    private static void reply(HttpExchange exchange, int status, String type, String text) throws IOException {
        reply(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void reply(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
