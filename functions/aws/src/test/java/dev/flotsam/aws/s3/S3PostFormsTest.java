package dev.flotsam.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.port.PostFormsContract;
import dev.flotsam.triage.upload.PostForm;
import dev.flotsam.triage.upload.PostForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

final class S3PostFormsTest extends PostFormsContract {
    @RegisterExtension
    static final LocalS3 S3 = new LocalS3();

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private String bucket;

    @BeforeEach
    void newBucket() {
        bucket = S3.emptyBucket();
    }

    @Override
    protected PostForms forms() {
        return new S3PostForms(S3.client(), bucket);
    }

    @Override
    protected Instant now() {
        return now;
    }

    @Override
    protected boolean post(PostForm form, byte[] file) {
        StringBuilder body = new StringBuilder();
        form.fields()
                .forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n")
                .append(new String(file, StandardCharsets.ISO_8859_1))
                .append("\r\n--b--\r\n");
        HttpRequest request = HttpRequest.newBuilder(form.url())
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.ISO_8859_1))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode() < 300;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Optional<byte[]> stored(String key) {
        try {
            return Optional.of(S3.client()
                    .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asByteArray());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    /** The expected signature was made with Python's hmac and hashlib, from the policy below. */
    @Test
    void aFunctionsFormCarriesItsSessionTokenAndGoesToTheBucketsOwnHost() {
        try (S3Client client = S3Client.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsSessionCredentials.create("AKID", "secret", "token")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            PostForm form = new S3PostForms(client, "flotsam-uploads")
                    .sign("crashes/a.ips", 10, Instant.parse("2026-03-02T07:41:20Z"), Duration.ofMinutes(5));

            assertThat(form.url()).isEqualTo(URI.create("https://flotsam-uploads.s3.eu-central-1.amazonaws.com/"));
            assertThat(form.fields())
                    .containsEntry("x-amz-credential", "AKID/20260302/eu-central-1/s3/aws4_request")
                    .containsEntry("x-amz-date", "20260302T074120Z")
                    .containsEntry("x-amz-security-token", "token");
            assertThat(new String(Base64.getDecoder().decode(form.fields().get("policy")), StandardCharsets.UTF_8))
                    .isEqualTo("{\"expiration\":\"2026-03-02T07:46:20.000Z\",\"conditions\":["
                            + "{\"bucket\":\"flotsam-uploads\"},{\"key\":\"crashes/a.ips\"},"
                            + "{\"x-amz-algorithm\":\"AWS4-HMAC-SHA256\"},"
                            + "{\"x-amz-credential\":\"AKID/20260302/eu-central-1/s3/aws4_request\"},"
                            + "{\"x-amz-date\":\"20260302T074120Z\"},{\"x-amz-security-token\":\"token\"},"
                            + "[\"content-length-range\",1,10]]}");
            assertThat(form.fields())
                    .containsEntry(
                            "x-amz-signature", "af5c4092c63fb7f13888fe1c9a7e9c84ad360bf817e335969d483fe8c5af5706");
        }
    }
}
