package dev.flotsam.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.flotsam.local.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/hooks} through the HTTP front, and the inbox that hooks lead to. */
final class Hooks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Endpoints endpoints;

    Hooks(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** A hook that leads to {@code /hook/LABEL} of the inbox, as the API answers. */
    HttpResponse<String> create(String label, String style) throws IOException, InterruptedException {
        return create(label, style, endpoints.inbox() + "/hook/" + label);
    }

    HttpResponse<String> create(String label, String style, String url) throws IOException, InterruptedException {
        String hook = JSON.createObjectNode()
                .put("label", label)
                .put("style", style)
                .put("url", url)
                .toString();
        return http.send(
                api("").header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(hook))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Asks for {@code test} or {@code retry}; the status. */
    int ask(String id, String action) throws IOException, InterruptedException {
        return status(api("/" + id + "/" + action).POST(BodyPublishers.noBody()));
    }

    int delete(String id) throws IOException, InterruptedException {
        return status(api("/" + id).DELETE());
    }

    /** How a hook fares, as the list tells. */
    Optional<JsonNode> find(String id) throws IOException, InterruptedException {
        for (JsonNode hook :
                read(http.send(api("").build(), BodyHandlers.ofString())).at("/hooks")) {
            if (hook.at("/id").asText().equals(id)) {
                return Optional.of(hook);
            }
        }
        return Optional.empty();
    }

    /** The same once it fares so. */
    JsonNode await(String id, Predicate<JsonNode> standing) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode last = NullNode.getInstance();
        while (System.nanoTime() < end) {
            last = find(id).orElseThrow();
            if (standing.test(last)) {
                return last;
            }
            Thread.sleep(PAUSE);
        }
        throw new AssertionError("not within " + PATIENCE + ", but " + last);
    }

    /** Tells the inbox how to answer. */
    void behave(String behaviour) throws IOException, InterruptedException {
        HttpRequest.Builder request = inbox("/behaviour").PUT(BodyPublishers.ofString(behaviour.replace('\'', '"')));
        assertThat(status(request)).isEqualTo(204);
    }

    /** What a hook of this label brought, oldest first. */
    List<JsonNode> received(String label) throws IOException, InterruptedException {
        List<JsonNode> received = new ArrayList<>();
        for (JsonNode message : read(http.send(inbox("/messages").build(), BodyHandlers.ofString()))
                .at("/messages")) {
            if (message.at("/path").asText().equals("/hook/" + label)) {
                received.add(message);
            }
        }
        return received;
    }

    /** The same once there are as many. */
    List<JsonNode> awaitReceived(String label, int count) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<JsonNode> received = received(label);
        while (received.size() < count && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            received = received(label);
        }
        assertThat(received).hasSizeGreaterThanOrEqualTo(count);
        return received;
    }

    static JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    static JsonNode read(String body) throws IOException {
        return JSON.readTree(body);
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(endpoints.url() + "/v1/hooks" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + endpoints.key());
    }

    private HttpRequest.Builder inbox(String path) {
        return HttpRequest.newBuilder(URI.create(endpoints.inbox() + path));
    }
}
