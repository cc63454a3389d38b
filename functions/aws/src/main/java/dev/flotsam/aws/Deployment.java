package dev.flotsam.aws;

import dev.flotsam.aws.dynamodb.Table;
import dev.flotsam.aws.event.StreamBatch.ShardNaming;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What template.yaml tells a function about its surroundings, read from environment variables. A variable is asked for
 * when it is needed: a function is given only those of what it may touch.
 */
public final class Deployment {
    private final Map<String, String> environment;

    private Deployment(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The surroundings that {@code environment} describes. */
    public static Deployment of(Map<String, String> environment) {
        return new Deployment(environment);
    }

    /** Bucket of uploads and symbol indexes. */
    public String bucket() {
        return required("BUCKET");
    }

    /** How long reports, their raw objects and day counters are kept. */
    public Duration retention() {
        return Duration.ofDays(Long.parseLong(required("RETENTION_DAYS")));
    }

    /** Whether stream events name their shard. */
    public ShardNaming shardNaming() {
        return ShardNaming.parse(required("STREAM_SHARDS"));
    }

    /** The occurrences table. */
    public Table occurrences(DynamoDbClient client) {
        return new Table(client, required("OCCURRENCES_TABLE"), "id", "part");
    }

    /** The clusters table. */
    public Table clusters(DynamoDbClient client) {
        return new Table(client, required("CLUSTERS_TABLE"), "pk", "sk");
    }

    /** The symbols table. */
    public Table symbols(DynamoDbClient client) {
        return new Table(client, required("SYMBOLS_TABLE"), "pk", "sk");
    }

    /** The settings table. */
    public Table settings(DynamoDbClient client) {
        return new Table(client, required("SETTINGS_TABLE"), "pk", "sk");
    }

    /** A variable that must be set. */
    public String required(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("environment variable " + name + " is not set; template.yaml sets it");
        }
        return value;
    }
}
