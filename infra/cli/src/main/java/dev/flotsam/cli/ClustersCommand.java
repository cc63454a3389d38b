package dev.flotsam.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What breaks, as a table for people or as the API's JSON. */
@Command(name = "clusters", description = "Lists clusters, most frequent first.")
final class ClustersCommand implements Callable<Integer> {
    @Option(names = "--app", description = "bundle identifier")
    private Optional<String> app;

    @Option(names = "--kind", description = "of failure: trap, abort, …")
    private Optional<String> kind;

    @Option(names = "--state", description = "open, resolved, ignored, regressed, or several with commas between")
    private Optional<String> state;

    @Option(names = "--version", description = "of the app")
    private Optional<String> version;

    @Option(names = "--q", paramLabel = "TEXT", description = "part of a title")
    private Optional<String> text;

    @Option(names = "--sort", description = "count (default), last_seen or first_seen")
    private String sort = "count";

    @Option(names = "--cursor", description = "the next page, as the last one named it")
    private Optional<String> cursor;

    @Option(names = "--json", description = "print the API's answer as it is")
    private boolean json;

    ClustersCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var api = new Api(Deployment.find(System.getenv()));
        String answer = api.get("/v1/clusters" + query());
        if (json) {
            System.out.println(answer);
        } else {
            print(new com.fasterxml.jackson.databind.json.JsonMapper().readTree(answer));
        }
        return 0;
    }

    private String query() {
        List<String> pairs = new ArrayList<>();
        add(pairs, "app", app);
        add(pairs, "kind", kind);
        add(pairs, "state", state);
        add(pairs, "version", version);
        add(pairs, "q", text);
        add(pairs, "sort", Optional.of(sort));
        add(pairs, "cursor", cursor);
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, Optional<String> value) {
        value.ifPresent(given -> pairs.add(name + "=" + URLEncoder.encode(given, StandardCharsets.UTF_8)));
    }

    private static void print(JsonNode list) {
        System.out.printf("%8s  %8s  %-20s  %-20s  %s%n", "reports", "devices", "last seen", "cluster", "title");
        for (JsonNode cluster : list.path("clusters")) {
            System.out.printf(
                    "%8d  %8d  %-20.19s  %-20s  %s%n",
                    cluster.path("count").asLong(),
                    cluster.path("devices").path("estimate").asLong(),
                    cluster.path("last_seen").asText(),
                    cluster.path("id").asText(),
                    cluster.path("title").asText());
        }
        if (list.path("next").isTextual()) {
            System.out.println("more: --cursor " + list.path("next").asText());
        }
    }
}
