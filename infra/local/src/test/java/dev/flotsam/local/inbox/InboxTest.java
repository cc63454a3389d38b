package dev.flotsam.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Inbox inbox;

    @BeforeEach
    void start() throws IOException {
        inbox = Inbox.start(folder, 0, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        inbox.close();
        client.close();
    }

    @Test
    void keepsWhatItReceivesWithHeaders() throws Exception {
        assertThat(send("POST", "/hook/ci", "{\"a\":1}").statusCode()).isEqualTo(200);

        assertThat(get("/messages").body())
                .contains("\"path\":\"/hook/ci\"", "\"body\":\"{\\\"a\\\":1}\"", "\"outcome\":\"200\"");
        send("DELETE", "/messages", "");
        assertThat(get("/messages").body()).isEqualTo("{\"messages\":[]}");
    }

    @Test
    void answersAsItIsToldForAWhile() throws Exception {
        send("PUT", "/behaviour", "{\"answer\":429,\"retry_after\":3,\"times\":1}");

        HttpResponse<String> refused = send("POST", "/hook", "{}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("3");
        assertThat(send("POST", "/hook", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void hangsAndClosesAsItIsTold() throws Exception {
        send("PUT", "/behaviour", "{\"answer\":\"close\",\"times\":1}");
        assertThatThrownBy(() -> send("POST", "/hook", "{}")).isInstanceOf(IOException.class);
        send("PUT", "/behaviour", "{\"answer\":\"hang\",\"times\":1}");
        assertThatThrownBy(() -> send("POST", "/hook", "{}", Duration.ofSeconds(1)))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void servesAPageThatLoadsItsOwnFilesOnly() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                        .matcher(page.body())
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(get("/" + file).statusCode()).isEqualTo(200));
        assertThat(page.body()).doesNotContain("<style").doesNotContain("onclick");
        assertThat(get("/slack.js").body()).doesNotContain("innerHTML").doesNotContain("eval(");
        assertThat(get("/../Inbox.class").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, body, PATIENCE);
    }

    private HttpResponse<String> send(String method, String path, String body, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(inbox.url() + path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(patience)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
