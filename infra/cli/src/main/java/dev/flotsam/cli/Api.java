package dev.flotsam.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The HTTP API of a deployment. A refusal is an {@link IOException} with the API's own words. */
final class Api {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;
    private final String key;

    Api(Deployment deployment) {
        this.url = deployment.url();
        this.key = deployment.key();
    }

    /** The body of an answer to a GET. */
    String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode getJson(String path) throws IOException, InterruptedException {
        return new JsonMapper().readTree(get(path));
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        BodyPublisher json = BodyPublishers.ofString(body.toString());
        return new JsonMapper()
                .readTree(send(
                        request(path).header("Content-Type", "application/json").POST(json)));
    }

    /** Changes what stood at {@code revision}. */
    JsonNode patch(String path, long revision, JsonNode body) throws IOException, InterruptedException {
        return change("PATCH", path, revision, body);
    }

    /** Replaces what stood at {@code revision}. */
    JsonNode put(String path, long revision, JsonNode body) throws IOException, InterruptedException {
        return change("PUT", path, revision, body);
    }

    private JsonNode change(String method, String path, long revision, JsonNode body)
            throws IOException, InterruptedException {
        BodyPublisher json = BodyPublishers.ofString(body.toString());
        return new JsonMapper()
                .readTree(send(request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", Long.toString(revision))
                        .method(method, json)));
    }

    /** Text as one segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        String root = url.toString().replaceFirst("/$", "");
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + key)
                .timeout(LIMIT);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = Wire.send(client, request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " from " + answer.uri() + ": " + reason(answer.body()));
        }
        return answer.body();
    }

    /** What a problem document says, or the body itself. */
    private static String reason(String body) {
        try {
            JsonNode problem = new JsonMapper().readTree(body);
            return problem.path("title").asText("") + ". "
                    + problem.path("detail").asText(body);
        } catch (IOException noJson) {
            return body;
        }
    }

    /** One request, with a word for people where nobody listens. */
    static final class Wire {
        private Wire() {}

        static <T> HttpResponse<T> send(HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> handler)
                throws IOException, InterruptedException {
            try {
                return client.send(request, handler);
            } catch (ConnectException nobody) {
                throw new IOException("nobody answers at " + request.uri() + "; is ./flotsam up running?", nobody);
            }
        }
    }
}
