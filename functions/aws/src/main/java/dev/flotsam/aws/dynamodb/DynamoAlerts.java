package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Alerts in the clusters table, beside their cluster: {@code ALERT#<kind>#<episode>}. The app is kept as {@code forapp}:
 * an attribute {@code app} would put the item into the index of clusters.
 */
public final class DynamoAlerts implements Alerts {
    private final Table table;

    /** @param table the clusters table */
    public DynamoAlerts(Table table) {
        this.table = table;
    }

    @Override
    public boolean raise(Alert alert) {
        return table.putIfAbsent(item(alert)).isEmpty();
    }

    @Override
    public Optional<Delivery> delivery(Alert alert) {
        return table.get(ClusterKeys.cluster(alert.cluster()), ClusterKeys.alert(alert))
                .map(Fields::new)
                .map(item -> new Delivery(item.time("sent"), (int) item.numberOrZero("attempts"), item.text("reason")));
    }

    @Override
    public void markSent(Alert alert, Instant when) {
        update(alert, "SET sent = if_not_exists(sent, :when)", Map.of(":when", Item.number(when.toEpochMilli())));
    }

    @Override
    public void noteFailure(Alert alert, String reason, Instant when) {
        update(
                alert,
                "SET reason = :reason, failed = :when ADD attempts :one",
                Map.of(
                        ":reason", Item.text(reason),
                        ":when", Item.number(when.toEpochMilli()),
                        ":one", Item.number(1)));
    }

    /** The alert of an item, as notify-chat's stream brings it. */
    public static Alert alert(Map<String, AttributeValue> item) {
        Fields fields = new Fields(item);
        return new Alert(
                Alert.Kind.parse(fields.required("kind")),
                new ClusterId(fields.required("cluster")),
                fields.text("forapp"),
                fields.required("episode"),
                Instant.ofEpochMilli(fields.number("raised")));
    }

    private void update(Alert alert, String expression, Map<String, AttributeValue> values) {
        table.update(UpdateItemRequest.builder()
                .key(table.key(ClusterKeys.cluster(alert.cluster()), ClusterKeys.alert(alert)))
                .conditionExpression("attribute_exists(pk)")
                .updateExpression(expression)
                .expressionAttributeValues(values));
    }

    private static Map<String, AttributeValue> item(Alert alert) {
        return new Item()
                .with("pk", ClusterKeys.cluster(alert.cluster()))
                .with("sk", ClusterKeys.alert(alert))
                .with("kind", alert.kind().word())
                .with("cluster", alert.cluster().value())
                .with("forapp", alert.app())
                .with("episode", alert.episode())
                .with("raised", alert.raised().toEpochMilli())
                .build();
    }
}
