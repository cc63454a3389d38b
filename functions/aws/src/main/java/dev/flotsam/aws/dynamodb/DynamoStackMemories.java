package dev.flotsam.aws.dynamodb;

import dev.flotsam.signature.similarity.StackMemory;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Text;
import dev.flotsam.triage.similar.StackMemories;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Stacks in the clusters table: {@code FRAME#<hash of app and frame>}, {@value #POSTINGS} counts the clusters a frame
 * stands in and lists the newest of them first; {@code CLUSTER#<id>}, {@value #STACK} is a cluster's stack; {@code
 * STACKS#<app>}, {@value #COUNT} counts them.
 *
 * <p>Remembering costs one write a frame and two a cluster; a list that holds the cluster already is left alone, so that
 * a repeated delivery counts nothing twice. A frame in more than {@value #MOST_POSTINGS} clusters is only counted from
 * then on: it tells too little to be looked for.
 */
public final class DynamoStackMemories implements StackMemories {
    static final int MOST_POSTINGS = 128;

    private static final String POSTINGS = "POSTINGS";
    private static final String STACK = "STACK";
    private static final String COUNT = "COUNT";
    private static final int HASH_DIGITS = 32;
    private static final int FRAME_CHARACTERS = 240;

    private final Table table;

    /** @param table the clusters table */
    public DynamoStackMemories(Table table) {
        this.table = table;
    }

    @Override
    public StackMemory of(String app) {
        return new OfApp(app);
    }

    /** One app's, for one look-up: a frame's item answers how often it stands where, and is read once. */
    private final class OfApp implements StackMemory {
        private final String app;
        private final Map<String, Optional<Fields>> read = new HashMap<>();
        private Optional<Long> stacks = Optional.empty();

        OfApp(String app) {
            this.app = app;
        }

        @Override
        public long stacks() {
            if (stacks.isEmpty()) {
                stacks = Optional.of(table.get("STACKS#" + app, COUNT)
                        .map(item -> new Fields(item).number("n"))
                        .orElse(0L));
            }
            return stacks.get();
        }

        @Override
        public Map<String, Long> frequencies(Collection<String> frames) {
            readAll(frames);
            Map<String, Long> found = new HashMap<>();
            frames.forEach(frame -> read.get(partition(frame)).ifPresent(item -> found.put(frame, item.number("n"))));
            return found;
        }

        @Override
        public List<String> clustersWith(String frame, int atMost) {
            readAll(List.of(frame));
            return read.get(partition(frame)).map(item -> item.texts("listed")).orElse(List.of()).stream()
                    .limit(atMost)
                    .toList();
        }

        @Override
        public Map<String, List<List<String>>> examples(Collection<String> clusters) {
            Map<String, List<List<String>>> found = new HashMap<>();
            List<Map<String, AttributeValue>> keys = clusters.stream()
                    .map(cluster -> table.key("CLUSTER#" + cluster, STACK))
                    .toList();
            for (Map<String, AttributeValue> item : table.getAll(keys, false)) {
                Fields fields = new Fields(item);
                found.put(fields.required("pk").substring("CLUSTER#".length()), List.of(fields.texts("stack")));
            }
            return found;
        }

        /** The stack comes last: whoever finds it needs not remember again. */
        @Override
        public void remember(String cluster, List<String> frames, int examples) {
            List<String> kept = frames.stream()
                    .map(frame -> Text.shorten(frame, FRAME_CHARACTERS))
                    .toList();
            if (table.get("CLUSTER#" + cluster, STACK).isPresent()) {
                return;
            }
            new LinkedHashSet<>(kept).forEach(frame -> post(frame, cluster));
            table.update(UpdateItemRequest.builder()
                    .key(table.key("STACKS#" + app, COUNT))
                    .updateExpression("ADD n :one")
                    .expressionAttributeValues(Map.of(":one", Item.number(1))));
            table.putIfAbsent(new Item()
                    .with("pk", "CLUSTER#" + cluster)
                    .with("sk", STACK)
                    .with("stack", kept)
                    .build());
        }

        private void post(String frame, String cluster) {
            Optional<Map<String, AttributeValue>> refused = table.update(UpdateItemRequest.builder()
                    .key(table.key(partition(frame), POSTINGS))
                    .conditionExpression("attribute_not_exists(listed)"
                            + " OR (NOT contains(listed, :cluster) AND size(listed) < :most)")
                    .updateExpression("SET listed = list_append(:list, if_not_exists(listed, :none)) ADD n :one")
                    .expressionAttributeValues(Map.of(
                            ":cluster", Item.text(cluster),
                            ":most", Item.number(MOST_POSTINGS),
                            ":list", AttributeValue.fromL(List.of(Item.text(cluster))),
                            ":none", AttributeValue.fromL(List.of()),
                            ":one", Item.number(1))));
            boolean isFull = refused.map(Fields::new)
                    .map(item -> item.texts("listed"))
                    .filter(clusters -> !clusters.contains(cluster))
                    .isPresent();
            if (isFull) {
                table.update(UpdateItemRequest.builder()
                        .key(table.key(partition(frame), POSTINGS))
                        .updateExpression("ADD n :one")
                        .expressionAttributeValues(Map.of(":one", Item.number(1))));
            }
        }

        private void readAll(Collection<String> frames) {
            List<String> missing = frames.stream()
                    .map(this::partition)
                    .distinct()
                    .filter(partition -> !read.containsKey(partition))
                    .toList();
            missing.forEach(partition -> read.put(partition, Optional.empty()));
            List<Map<String, AttributeValue>> keys = missing.stream()
                    .map(partition -> table.key(partition, POSTINGS))
                    .toList();
            for (Map<String, AttributeValue> item : table.getAll(keys, false)) {
                Fields fields = new Fields(item);
                read.put(fields.required("pk"), Optional.of(fields));
            }
        }

        /** A hash, for names of frames come from reports: any length, any letters. */
        private String partition(String frame) {
            byte[] key = (app + "\n" + Text.shorten(frame, FRAME_CHARACTERS)).getBytes(StandardCharsets.UTF_8);
            return "FRAME#" + Digest.hex(Digest.sha256(key)).substring(0, HASH_DIGITS);
        }
    }
}
