package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How an alert is written into an item: beside its cluster, and in the outbox of each hook. The app is kept as
 * {@code forapp}: an attribute {@code app} would put the item into the index of clusters.
 */
public final class AlertItems {
    private AlertItems() {}

    /** Whether a key is an alert's own, and not one of an outbox. */
    public static boolean isAlert(Map<String, AttributeValue> item) {
        return new Fields(item).text("sk").startsWith(ClusterKeys.ALERT);
    }

    /**
     * The alert of an item, as notify-chat's stream brings it.
     *
     * @throws IllegalArgumentException if the item holds none
     */
    public static Alert alert(Map<String, AttributeValue> item) {
        Fields fields = new Fields(item);
        return new Alert(
                Alert.Kind.parse(fields.required("kind")),
                new ClusterId(fields.required("cluster")),
                fields.text("forapp"),
                fields.required("episode"),
                Instant.ofEpochMilli(fields.number("raised")),
                Optional.of(fields.text("target"))
                        .filter(text -> !text.isEmpty())
                        .map(ClusterId::new),
                versions(fields));
    }

    private static Optional<Alert.Versions> versions(Fields fields) {
        String seen = fields.text("seenin");
        return seen.isEmpty() ? Optional.empty() : Optional.of(new Alert.Versions(fields.text("resolvedin"), seen));
    }

    static Map<String, AttributeValue> item(String partition, String sort, Alert alert) {
        return new Item()
                .with("pk", partition)
                .with("sk", sort)
                .with("kind", alert.kind().word())
                .with("cluster", alert.cluster().value())
                .with("forapp", alert.app())
                .with("episode", alert.episode())
                .with("raised", alert.raised().toEpochMilli())
                .with("target", alert.target().map(ClusterId::value).orElse(""))
                .with(
                        "resolvedin",
                        alert.versions().map(Alert.Versions::resolved).orElse(""))
                .with("seenin", alert.versions().map(Alert.Versions::seen).orElse(""))
                .build();
    }
}
