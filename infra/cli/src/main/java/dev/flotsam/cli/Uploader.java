package dev.flotsam.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Brings files into a deployment's bucket: directly where we hold its key, else through a place the API opens. */
final class Uploader {
    private final Deployment deployment;
    private final InstantSource clock;

    Uploader(Deployment deployment, InstantSource clock) {
        this.deployment = deployment;
        this.clock = clock;
    }

    /** Uploads one file under {@code crashes}, {@code memory} or {@code symbols} and returns its object key. */
    String upload(String kind, Path file) throws IOException, InterruptedException {
        Optional<Deployment.Bucket> bucket = deployment.bucket();
        return bucket.isPresent() ? put(bucket.get(), kind, file) : post(kind, file);
    }

    /** The same content gets the same key: sending it again changes nothing. */
    private String put(Deployment.Bucket bucket, String kind, Path file) throws IOException, InterruptedException {
        String key = kind + "/" + SignedPut.hash(file).substring(0, 16) + "/" + file.getFileName();
        new SignedPut(bucket).put(key, file, clock.instant());
        return key;
    }

    private String post(String kind, Path file) throws IOException, InterruptedException {
        JsonNode place = new Api(deployment)
                .post(
                        "/v1/uploads",
                        new JsonMapper()
                                .createObjectNode()
                                .put("kind", kind)
                                .put("name", file.getFileName().toString())
                                .put("bytes", Files.size(file)));
        var form = new FormBody();
        place.path("fields")
                .properties()
                .forEach(field -> form.text(field.getKey(), field.getValue().asText()));
        form.file("file", file);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(place.path("url").asText()))
                .header("Content-Type", form.contentType())
                .POST(form.publisher())
                .build();
        HttpResponse<String> answer = Api.Wire.send(HttpClient.newHttpClient(), request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("the bucket refused " + file + ": " + answer.statusCode() + " " + answer.body());
        }
        return place.path("fields").path("key").asText(place.path("key").asText());
    }
}
