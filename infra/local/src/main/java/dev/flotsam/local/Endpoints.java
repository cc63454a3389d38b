package dev.flotsam.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.local.s3.S3Server.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are and how to get in; {@code endpoints.json} in the data folder, a contract with other tools.
 *
 * @param url of the API and page
 * @param key an API key with every role
 * @param inbox of the webhooks
 * @param parameters SSM's endpoint
 */
public record Endpoints(
        URI url, String key, URI inbox, URI s3, String bucket, Credentials credentials, URI dynamodb, URI parameters) {
    static final String FILE = "endpoints.json";

    void write(Path folder) throws IOException {
        ObjectNode json = new JsonMapper().createObjectNode();
        json.put("url", url.toString()).put("key", key).put("inbox", inbox.toString());
        json.putObject("s3")
                .put("endpoint", s3.toString())
                .put("bucket", bucket)
                .put("access_key", credentials.accessKey())
                .put("secret_key", credentials.secretKey())
                .put("region", "us-east-1");
        json.putObject("dynamodb").put("endpoint", dynamodb.toString());
        json.putObject("ssm").put("endpoint", parameters.toString());
        PrivateFile.write(folder.resolve(FILE), json.toPrettyString() + "\n");
    }

    /** The key and the credentials of an earlier start, so that whoever has them gets in again. */
    static Optional<Secrets> secrets(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(FILE))) {
            return Optional.empty();
        }
        JsonNode json = new JsonMapper().readTree(Files.readString(folder.resolve(FILE)));
        JsonNode s3 = json.path("s3");
        return Optional.of(new Secrets(
                json.path("key").asText(),
                new Credentials(
                        s3.path("access_key").asText(), s3.path("secret_key").asText())));
    }
}
