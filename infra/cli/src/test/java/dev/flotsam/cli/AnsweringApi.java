package dev.flotsam.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API that gives the answers it was told to give, one after the other, and keeps what it was asked. */
final class AnsweringApi implements AutoCloseable {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Queue<String> answers;
    private final int status;
    private final HttpServer server;

    AnsweringApi(int status, String... answers) throws IOException {
        this.status = status;
        this.answers = new ConcurrentLinkedQueue<>(List.of(answers));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    Api api() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Api(new Deployment(url, "secret", Optional.empty()));
    }

    /** Method, path, revision and body of each request. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " If-Match "
                + exchange.getRequestHeaders().getFirst("If-Match") + " " + sent);
        byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
