package dev.flotsam.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.flotsam.local.http.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code GetParameter}, {@code GetParameters}, {@code PutParameter} and {@code DeleteParameter} in the AWS JSON 1.1
 * protocol. SecureStrings are kept as they are: there is no KMS here, only the file's mode.
 */
public final class ParameterServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ParameterFile file;

    private ParameterServer(HttpServer server, ParameterFile file) {
        this.server = server;
        this.file = file;
    }

    /**
     * Starts the server.
     *
     * @param initial parameters to set where they are missing
     */
    public static ParameterServer start(Path file, Map<String, String> initial) throws IOException {
        var parameters = ParameterFile.open(file);
        for (var parameter : initial.entrySet()) {
            if (parameters.find(parameter.getKey()).isEmpty()) {
                parameters.put(parameter.getKey(), "String", parameter.getValue());
            }
        }
        var started = new ParameterServer(Loopback.server(0), parameters);
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            ObjectNode answer = JSON.createObjectNode();
            int status = act(target.substring(target.indexOf('.') + 1), request, answer);
            byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private int act(String action, JsonNode request, ObjectNode answer) throws IOException {
        String name = request.path("Name").asText();
        switch (action) {
            case "GetParameter" -> {
                var found = file.find(name);
                if (found.isEmpty()) {
                    return refuse(answer, "ParameterNotFound", name);
                }
                answer.set("Parameter", found.get());
            }
            case "GetParameters" -> {
                var found = answer.putArray("Parameters");
                var missing = answer.putArray("InvalidParameters");
                for (JsonNode each : request.path("Names")) {
                    file.find(each.asText()).ifPresentOrElse(found::add, () -> missing.add(each));
                }
            }
            case "PutParameter" -> {
                if (file.find(name).isPresent() && !request.path("Overwrite").asBoolean()) {
                    return refuse(answer, "ParameterAlreadyExists", name);
                }
                String type = request.path("Type").asText("String");
                answer.put("Version", file.put(name, type, request.path("Value").asText()));
                answer.put("Tier", "Standard");
            }
            case "DeleteParameter" -> {
                if (!file.remove(name)) {
                    return refuse(answer, "ParameterNotFound", name);
                }
            }
            default -> {
                return refuse(answer, "UnknownOperationException", action);
            }
        }
        return 200;
    }

    private static int refuse(ObjectNode answer, String type, String message) {
        answer.put("__type", type).put("message", message);
        return 400;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
