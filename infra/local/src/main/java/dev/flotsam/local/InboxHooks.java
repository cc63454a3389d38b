package dev.flotsam.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Creates two hooks that lead to the inbox, through the API as people do: one as Slack has it, one signed webhook. */
public final class InboxHooks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private InboxHooks() {}

    public static void create(Endpoints endpoints) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String style : List.of("slack", "webhook")) {
                HttpResponse<String> answer = client.send(request(endpoints, style), BodyHandlers.ofString());
                if (answer.statusCode() / 100 != 2) {
                    throw new IOException("creating a hook for the inbox: the API answers " + answer.statusCode() + " "
                            + answer.body());
                }
            }
        }
    }

    private static HttpRequest request(Endpoints endpoints, String style) {
        ObjectNode hook = JSON.createObjectNode()
                .put("label", "Inbox, as " + style)
                .put("style", style)
                .put("url", endpoints.inbox() + "/hook/" + style);
        return HttpRequest.newBuilder(URI.create(endpoints.url() + "/v1/hooks"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + endpoints.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(hook.toString()))
                .build();
    }
}
