package dev.flotsam.local.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.local.InboxHooks;
import dev.flotsam.local.LocalStack;
import dev.flotsam.local.StackOptions;
import dev.flotsam.local.journey.Repository;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

/** The local stack as {@code flotsam up} starts it, and a browser in front of it. */
final class RunningPage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LocalStack stack;
    private final Browser browser;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningPage(LocalStack stack, Browser browser) {
        this.stack = stack;
        this.browser = browser;
    }

    static RunningPage start(Path data) throws IOException, InterruptedException {
        Browser browser = Browser.start();
        try {
            LocalStack stack =
                    LocalStack.start(StackOptions.forTest(Repository.root().resolve("template.yaml"), data));
            InboxHooks.create(stack.endpoints());
            return new RunningPage(stack, browser);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            browser.close();
            throw failure;
        }
    }

    LocalStack stack() {
        return stack;
    }

    Browser browser() {
        return browser;
    }

    /** Opens a path and gives the key if the page asks for it. */
    void open(String path) {
        browser.open(stack.endpoints().url() + path);
        browser.await("main > *");
        if (!browser.all("#key").isEmpty()) {
            browser.type("#key", stack.endpoints().key() + "\n");
            browser.await("main > :not(form)");
        }
    }

    /** Opens a path once the API's answer there holds some words. */
    void openOnceSaid(String api, String words, String path) throws IOException, InterruptedException {
        openOnce(api, answer -> answer.contains(words), words, path);
    }

    /** Opens a path once clusters are listed with some words, each with its reports: a count is written last. */
    void openOnceCounted(String api, String words, String path) throws IOException, InterruptedException {
        openOnce(api, answer -> answer.contains(words) && areCounted(answer), words, path);
    }

    private static boolean areCounted(String answer) {
        try {
            return new JsonMapper()
                    .readTree(answer)
                    .at("/clusters")
                    .valueStream()
                    .allMatch(cluster -> cluster.at("/count").asLong() > 0);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + answer, e);
        }
    }

    private void openOnce(String api, Predicate<String> said, String words, String path)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!said.test(ask(api))) {
            if (System.nanoTime() > end) {
                throw new AssertionError(api + " does not say " + words);
            }
            Thread.sleep(200);
        }
        open(path);
    }

    String ask(String api) throws IOException, InterruptedException {
        return http.send(authorized(api).build(), BodyHandlers.ofString()).body();
    }

    /** Changes what stands at a revision, as somebody else would; the status. */
    int patch(String api, long revision, String json) throws IOException, InterruptedException {
        HttpRequest request = authorized(api)
                .header("Content-Type", "application/json")
                .header("If-Match", String.valueOf(revision))
                .method("PATCH", BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder authorized(String api) {
        return HttpRequest.newBuilder(URI.create(stack.endpoints().url() + api))
                .header("Authorization", "Bearer " + stack.endpoints().key());
    }

    @Override
    public void close() {
        browser.close();
        stack.close();
        http.close();
    }
}
