package dev.flotsam.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.local.LocalStack;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks the API as a person's tools would, and waits where the answer takes a while. */
final class Client {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 500;
    private static final JsonMapper JSON = new JsonMapper();
    /** Apps whose reports other tests upload to the same stack. */
    private static final Set<String> MADE_UP = Set.of(
            "com.example.lighthouse",
            "com.example.lateness",
            "com.example.filled",
            "com.example.skerry",
            "Lighthouse",
            "Driftwood",
            "MyCoolApp");

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;

    Client(LocalStack stack) {
        this.stack = stack;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(authorized(path));
    }

    private HttpRequest.Builder authorized(String path) {
        return request(path)
                .header("Authorization", "Bearer " + stack.endpoints().key());
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(authorized(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Changes the revision of something that was looked at. */
    JsonNode change(String method, String path, long revision, String json) throws IOException, InterruptedException {
        return send(authorized(path)
                .header("Content-Type", "application/json")
                .header("If-Match", Long.toString(revision))
                .method(method, BodyPublishers.ofString(json)));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    JsonNode openUpload(String kind, String name, long bytes) throws IOException, InterruptedException {
        String wanted = JSON.createObjectNode()
                .put("kind", kind)
                .put("name", name)
                .put("bytes", bytes)
                .toString();
        return post("/v1/uploads", wanted);
    }

    /** Sends a form that the API gave; the bucket's status. */
    int send(JsonNode form, byte[] file) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        form.at("/fields")
                .properties()
                .forEach(field -> body.append("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.getKey(), field.getValue().asText())));
        body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n");
        HttpRequest.BodyPublisher whole = BodyPublishers.concat(
                BodyPublishers.ofString(body.toString()),
                BodyPublishers.ofByteArray(file),
                BodyPublishers.ofString("\r\n--b--\r\n"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(form.at("/url").asText()))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(whole)
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    /** Id of the report that an object of an app became. */
    String awaitReport(String app, String key) throws IOException, InterruptedException {
        return await(() -> {
                    for (JsonNode cluster :
                            get("/v1/clusters?limit=100&app=" + app).at("/clusters")) {
                        String id = cluster.at("/id").asText();
                        for (JsonNode report :
                                get("/v1/clusters/" + id + "/reports").at("/reports")) {
                            if (report.at("/key").asText().equals(key)) {
                                return Optional.of(report);
                            }
                        }
                    }
                    return Optional.empty();
                })
                .at("/id")
                .asText();
    }

    /** A webhook that leads to the inbox. */
    void createHook(String name) throws IOException, InterruptedException {
        String hook = JSON.createObjectNode()
                .put("label", name)
                .put("style", "webhook")
                .put("url", stack.endpoints().inbox() + "/hook/" + name)
                .toString();
        post("/v1/hooks", hook);
    }

    /** Clusters of an app by id. */
    Map<String, JsonNode> clustersOf(String app) throws IOException, InterruptedException {
        Map<String, JsonNode> clusters = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = get("/v1/clusters?limit=100&app=" + app + "&cursor=" + cursor);
            page.at("/clusters")
                    .forEach(cluster -> clusters.put(cluster.at("/id").asText(), cluster));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return clusters;
    }

    /** What the chat inbox got. */
    JsonNode inbox() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(stack.endpoints().inbox() + "/messages")));
    }

    int statusWithoutKey(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString()).statusCode();
    }

    /**
     * Reports per cluster id of what was uploaded to crashes/round-…, once they are as many as expected, or have not
     * grown for a while: then they are what they are.
     */
    Map<String, Long> clustersOnceStill(long expected) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Long> counts = counts();
        while (System.nanoTime() < end && (sum(counts) < expected || stack.pendingUploads() > 0)) {
            Thread.sleep(PAUSE_MILLIS);
            counts = counts();
        }
        // What is counted too much comes late: look once more when all is quiet.
        Thread.sleep(5 * PAUSE_MILLIS);
        return counts();
    }

    /** Reports per kind of an app, once they are as expected, or all patience is gone: then they are what they are. */
    Map<String, Long> kindsOnce(String app, Map<String, Long> expected) throws IOException, InterruptedException {
        return countsOnce(app, "/kind", expected);
    }

    /** Reports per title of an app's clusters, once they are as expected, or all patience is gone. */
    Map<String, Long> titlesOnce(String app, Map<String, Long> expected) throws IOException, InterruptedException {
        return countsOnce(app, "/title", expected);
    }

    private Map<String, Long> countsOnce(String app, String field, Map<String, Long> expected)
            throws IOException, InterruptedException {
        return once(expected, () -> counts(app, field));
    }

    /** How sessions of a version ended, in the fields that are expected, once they are so or all patience is gone. */
    Map<String, Long> healthOnce(String app, String version, Map<String, Long> expected)
            throws IOException, InterruptedException {
        return once(expected, () -> {
            Map<String, Long> health = new TreeMap<>();
            for (JsonNode line : get("/v1/apps/" + app + "/health").at("/versions")) {
                if (line.at("/version").asText().equals(version)) {
                    expected.keySet()
                            .forEach(field -> health.put(field, line.path(field).asLong()));
                }
            }
            return health;
        });
    }

    private Map<String, Long> once(Map<String, Long> expected, Question<Map<String, Long>> counts)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Long> found = counts.ask();
        while (System.nanoTime() < end && (!found.equals(expected) || stack.pendingUploads() > 0)) {
            Thread.sleep(PAUSE_MILLIS);
            found = counts.ask();
        }
        return found;
    }

    private Map<String, Long> counts(String app, String field) throws IOException, InterruptedException {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode cluster : clustersOf(app).values()) {
            counts.merge(cluster.at(field).asText(), cluster.at("/count").asLong(), Long::sum);
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> counts() throws IOException, InterruptedException {
        Map<String, Long> counts = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = get("/v1/clusters?limit=100&cursor=" + cursor);
            for (JsonNode cluster : page.at("/clusters")) {
                if (!MADE_UP.contains(cluster.at("/app").asText())) {
                    counts.put(cluster.at("/id").asText(), cluster.at("/count").asLong());
                }
            }
            cursor = page.at("/next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return counts;
    }

    /** Keys of rejected objects of the rounds. */
    List<String> rejected() throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        for (JsonNode report : get("/v1/reports?state=rejected&limit=100").at("/reports")) {
            if (report.at("/key").asText().startsWith("crashes/round-")) {
                keys.add(report.at("/key").asText());
            }
        }
        return keys;
    }

    JsonNode awaitRejected(String key) throws IOException, InterruptedException {
        return await(() -> {
            for (JsonNode report : get("/v1/reports?state=rejected&limit=100").at("/reports")) {
                if (report.at("/key").asText().equals(key)) {
                    return Optional.of(report);
                }
            }
            return Optional.empty();
        });
    }

    /** An app's clusters once there are some; counts are written last. */
    JsonNode awaitApp(String app) throws IOException, InterruptedException {
        return await(() -> Optional.of(get("/v1/clusters?app=" + app))
                .filter(page -> page.at("/clusters/0/count").asLong() > 0));
    }

    private static JsonNode await(Question<Optional<JsonNode>> question) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<JsonNode> answer = question.ask();
        while (answer.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
            answer = question.ask();
        }
        return answer.orElseThrow(() -> new AssertionError("no answer within " + PATIENCE));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.endpoints().url() + path))
                .timeout(Duration.ofSeconds(60));
    }

    /** Something to ask again. */
    private interface Question<A> {
        A ask() throws IOException, InterruptedException;
    }
}
