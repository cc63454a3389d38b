package dev.flotsam.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploaderTest {
    private static final Optional<Deployment.Bucket> NO_BUCKET = Optional.empty();

    @TempDir
    Path folder;

    /** The expected signature was made by botocore 1.43, an implementation of Amazon's. */
    @Test
    void aPutIsSignedAsAmazonsOwnClientSignsIt() throws Exception {
        Path file = Files.writeString(folder.resolve("hello"), "hello\n");
        var bucket = new Deployment.Bucket(
                URI.create("http://127.0.0.1:7071"), "bucket", "FLOTSAMLOCAL", "secret", "us-east-1");
        HttpRequest request =
                new SignedPut(bucket).request("crashes/a b+ü.ips", file, Instant.parse("2026-03-02T07:41:20Z"));
        assertThat(request.uri().getRawPath()).isEqualTo("/bucket/crashes/a%20b%2B%C3%BC.ips");
        assertThat(request.headers().firstValue("x-amz-date")).contains("20260302T074120Z");
        assertThat(request.headers().firstValue("Authorization"))
                .contains("AWS4-HMAC-SHA256 Credential=FLOTSAMLOCAL/20260302/us-east-1/s3/aws4_request, "
                        + "SignedHeaders=host;x-amz-content-sha256;x-amz-date, "
                        + "Signature=7ebdc018de8aa8f9a5efa637ea79f2c14e8ba2b434a2d09579a67752ebc298c5");
    }

    @Test
    void withoutABucketsKeyTheApiOpensAPlaceForTheForm() throws Exception {
        Path file = Files.writeString(folder.resolve("a.ips"), "content");
        Map<String, String> seen = new ConcurrentHashMap<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        server.createContext("/v1/uploads", exchange -> {
            seen.put("key", exchange.getRequestHeaders().getFirst("Authorization"));
            seen.put("asked", body(exchange));
            answer(
                    exchange,
                    200,
                    "{\"url\":\"" + url + "/bucket\",\"fields\":{\"key\":\"crashes/x\",\"policy\":\"p\"}}");
        });
        server.createContext("/bucket", exchange -> {
            seen.put("form", body(exchange));
            answer(exchange, 204, "");
        });
        server.start();
        try {
            var uploader = new Uploader(new Deployment(url, "secret", NO_BUCKET), InstantSource.system());
            assertThat(uploader.upload("crashes", file)).isEqualTo("crashes/x");
        } finally {
            server.stop(0);
        }
        assertThat(seen.get("key")).isEqualTo("Bearer secret");
        assertThat(seen.get("asked")).contains("\"kind\":\"crashes\"", "\"name\":\"a.ips\"", "\"bytes\":7");
        assertThat(seen.get("form"))
                .containsSubsequence("name=\"key\"", "crashes/x", "name=\"policy\"", "name=\"file\"", "content");
    }

    @Test
    void aDeploymentIsFoundInTheEnvironmentOrWhereUpWroteIt() throws Exception {
        Deployment named = Deployment.find(Map.of("FLOTSAM_URL", "https://example.com", "FLOTSAM_KEY", "k"));
        assertThat(named).isEqualTo(new Deployment(URI.create("https://example.com"), "k", NO_BUCKET));
        assertThatThrownBy(() -> Deployment.find(Map.of("FLOTSAM_URL", "https://example.com")))
                .hasMessageContaining("FLOTSAM_KEY");
        Map<String, String> root = Map.of("FLOTSAM_ROOT", folder.toString());
        assertThatThrownBy(() -> Deployment.find(root)).hasMessageContaining("flotsam up");
        Files.createDirectories(folder.resolve(".flotsam"));
        Files.writeString(folder.resolve(".flotsam/endpoints.json"), """
                {"url":"http://127.0.0.1:1","key":"k","inbox":"http://127.0.0.1:2",
                 "s3":{"endpoint":"http://127.0.0.1:3","bucket":"b","access_key":"a","secret_key":"s","region":"r"},
                 "dynamodb":{"endpoint":"http://127.0.0.1:4"}}
                """);
        assertThat(Deployment.find(root).bucket())
                .contains(new Deployment.Bucket(URI.create("http://127.0.0.1:3"), "b", "a", "s", "r"));
    }

    @Test
    void whereNobodyListensTheCommandSaysSo() {
        var deployment = new Deployment(URI.create("http://127.0.0.1:1"), "k", NO_BUCKET);
        assertThatThrownBy(() -> new Api(deployment).get("/v1/clusters"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nobody answers at http://127.0.0.1:1/v1/clusters");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
