package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Cluster.FrameLine;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.ReportId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Clusters in the clusters table. Index {@code by-app} lists an app's clusters by creation; counts and last-seen times
 * are kept out of it, so that counting never writes an index.
 */
public final class DynamoClusters implements Clusters {
    static final String BY_APP = "by-app";

    private final Table table;

    /** @param table the clusters table */
    public DynamoClusters(Table table) {
        this.table = table;
    }

    @Override
    public Cluster putIfAbsent(Cluster cluster) {
        // The app first: once a cluster stands, its app is listed.
        table.putIfAbsent(new Item()
                .with("pk", ClusterKeys.APPS)
                .with("sk", cluster.app().isEmpty() ? "?" : cluster.app())
                .build());
        return table.putIfAbsent(item(cluster)).map(DynamoClusters::cluster).orElse(cluster);
    }

    @Override
    public Optional<Cluster> find(ClusterId id) {
        return table.get(ClusterKeys.cluster(id), ClusterKeys.META).map(DynamoClusters::cluster);
    }

    @Override
    public Map<ClusterId, Cluster> findAll(Collection<ClusterId> ids) {
        Map<ClusterId, Cluster> found = new HashMap<>();
        List<Map<String, AttributeValue>> keys = ids.stream()
                .map(id -> table.key(ClusterKeys.cluster(id), ClusterKeys.META))
                .toList();
        for (Map<String, AttributeValue> item : table.getAll(keys, false)) {
            Cluster cluster = cluster(item);
            found.put(cluster.id(), cluster);
        }
        return found;
    }

    @Override
    public List<String> apps() {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Item.text(ClusterKeys.APPS)));
        return table.queryAll(query).stream()
                .map(item -> new Fields(item).required("sk"))
                .toList();
    }

    @Override
    public Slice ofApp(String app, Optional<String> after, int most) {
        QueryRequest.Builder query = QueryRequest.builder()
                .indexName(BY_APP)
                .keyConditionExpression("app = :app")
                .expressionAttributeValues(Map.of(":app", Item.text(app)))
                .scanIndexForward(false)
                .limit(most);
        after.ifPresent(cursor -> query.exclusiveStartKey(startKey(app, cursor)));
        QueryResponse answer = table.query(query);
        List<Cluster> clusters =
                answer.items().stream().map(DynamoClusters::cluster).toList();
        return new Slice(
                clusters, answer.hasLastEvaluatedKey() ? Optional.of(cursor(clusters.getLast())) : Optional.empty());
    }

    private static String cursor(Cluster last) {
        return ClusterKeys.instant(last.created()) + "~" + last.id();
    }

    private static Map<String, AttributeValue> startKey(String app, String cursor) {
        int at = cursor.lastIndexOf('~');
        if (at < 0) {
            throw new IllegalArgumentException("not a cursor of this list: " + cursor);
        }
        return Map.of(
                "app", Item.text(app),
                "created", Item.text(cursor.substring(0, at)),
                "pk", Item.text(ClusterKeys.cluster(new ClusterId(cursor.substring(at + 1)))),
                "sk", Item.text(ClusterKeys.META));
    }

    private static Map<String, AttributeValue> item(Cluster cluster) {
        return new Item()
                .with("pk", ClusterKeys.cluster(cluster.id()))
                .with("sk", ClusterKeys.META)
                .with("id", cluster.id().value())
                .with("app", cluster.app().isEmpty() ? "?" : cluster.app())
                .with("created", ClusterKeys.instant(cluster.created()))
                .with("kind", cluster.kind())
                .with("title", cluster.title())
                .with("sig", cluster.signature())
                .with("rules", cluster.ruleset())
                .with("unstable", cluster.unstable())
                .with("creator", cluster.creator())
                .with("cause", cluster.cause().name().toLowerCase(Locale.ROOT))
                .with("report", cluster.firstReport().value())
                .with("appver", cluster.firstFacts().version())
                .with("os", cluster.firstFacts().os())
                .with("dev", cluster.firstFacts().device())
                .with("cap", cluster.firstFacts().captured())
                .with("sentence", cluster.exemplar().sentence())
                .with("frames", rows(cluster.exemplar().frames()))
                .with("explanation", cluster.exemplar().explanation())
                .build();
    }

    private static Cluster cluster(Map<String, AttributeValue> item) {
        Fields fields = new Fields(item);
        String app = fields.required("app");
        return new Cluster(
                new ClusterId(fields.required("id")),
                app.equals("?") ? "" : app,
                fields.text("kind"),
                fields.text("title"),
                fields.text("sig"),
                fields.text("rules"),
                fields.flag("unstable"),
                fields.required("creator"),
                Cause.valueOf(fields.required("cause").toUpperCase(Locale.ROOT)),
                Instant.parse(fields.required("created")),
                new ReportId(fields.required("report")),
                new Facts(fields.text("appver"), fields.text("os"), fields.text("dev"), "", fields.time("cap")),
                new Exemplar(fields.text("sentence"), frames(fields), fields.texts("explanation")));
    }

    /** A row of texts a frame: symbols come from reports and hold anything, so no separator is safe. */
    private static AttributeValue rows(List<FrameLine> frames) {
        return AttributeValue.fromL(frames.stream()
                .map(frame -> Stream.of(frame.inApp() ? "app" : "", frame.image(), frame.symbol(), frame.place()))
                .map(row -> AttributeValue.fromL(row.map(Item::text).toList()))
                .toList());
    }

    private static List<FrameLine> frames(Fields fields) {
        return fields.rows("frames").stream()
                .map(row -> new FrameLine(
                        row.get(1), row.get(2), row.get(3), row.get(0).equals("app")))
                .toList();
    }
}
