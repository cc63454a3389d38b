package dev.flotsam.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the inbox got.
 *
 * @param ids of all webhooks, in order, repeats among them
 * @param idsByCluster ids of the webhooks that named a cluster
 */
record Delivered(List<String> ids, Map<String, Set<String>> idsByCluster) {

    /** Reads {@code GET /messages} of the inbox. */
    static Delivered of(JsonNode messages) throws IOException {
        List<String> ids = new ArrayList<>();
        Map<String, Set<String>> byCluster = new TreeMap<>();
        for (JsonNode message : messages.at("/messages")) {
            String id = message.at("/headers/webhook-id").asText();
            JsonNode data =
                    new JsonMapper().readTree(message.at("/body").asText()).at("/data");
            ids.add(id);
            for (String cluster : clusters(data)) {
                byCluster.computeIfAbsent(cluster, key -> new TreeSet<>()).add(id);
            }
        }
        return new Delivered(ids, byCluster);
    }

    int repeats() {
        return ids.size() - new HashSet<>(ids).size();
    }

    private static List<String> clusters(JsonNode data) {
        List<String> clusters = new ArrayList<>();
        data.at("/cluster_ids").forEach(id -> clusters.add(id.asText()));
        if (data.at("/cluster").isObject()) {
            clusters.add(data.at("/cluster/id").asText());
        }
        return clusters;
    }
}
