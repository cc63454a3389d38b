package dev.flotsam.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where commands go: what {@code FLOTSAM_URL} and {@code FLOTSAM_KEY} say, else what {@code flotsam up} wrote down.
 *
 * @param bucket a bucket to write to directly; without one, uploads ask the API for a place
 */
record Deployment(URI url, String key, Optional<Bucket> bucket) {
    private static final String FILE = "endpoints.json";

    /** A bucket and what opens it. */
    record Bucket(URI endpoint, String name, String accessKey, String secretKey, String region) {}

    /**
     * Finds the deployment.
     *
     * @param environment environment variables
     * @throws IOException in words for people, if there is none
     */
    static Deployment find(Map<String, String> environment) throws IOException {
        Path file = Path.of(environment.getOrDefault("FLOTSAM_ROOT", ""))
                .resolve(".flotsam")
                .resolve(FILE);
        String url = environment.getOrDefault("FLOTSAM_URL", "");
        if (!url.isEmpty()) {
            return new Deployment(URI.create(url), required(environment, "FLOTSAM_KEY"), Optional.empty());
        }
        return read(Optional.ofNullable(environment.get("FLOTSAM_DATA"))
                .map(folder -> Path.of(folder).resolve(FILE))
                .orElse(file));
    }

    private static Deployment read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("nothing to talk to: set FLOTSAM_URL and FLOTSAM_KEY, or start ./flotsam up (" + file
                    + " is not there)");
        }
        JsonNode json = new JsonMapper().readTree(file.toFile());
        JsonNode s3 = json.path("s3");
        return new Deployment(
                URI.create(json.path("url").asText()),
                json.path("key").asText(),
                Optional.of(new Bucket(
                        URI.create(s3.path("endpoint").asText()),
                        s3.path("bucket").asText(),
                        s3.path("access_key").asText(),
                        s3.path("secret_key").asText(),
                        s3.path("region").asText())));
    }

    private static String required(Map<String, String> environment, String name) throws IOException {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IOException("FLOTSAM_URL is set and " + name + " is not");
        }
        return value;
    }
}
