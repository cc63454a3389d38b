package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.health.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Which versions have a health, in the clusters table: {@code HEALTH#<app>}, {@code V#<version>}, and {@code HEALTH},
 * {@code <app>} to list apps by.
 */
public final class DynamoVersions implements Versions {
    private static final String APPS = "HEALTH";
    private static final String APP = "HEALTH#";
    private static final String VERSION = "V#";

    private final Table table;

    /** @param table the clusters table */
    public DynamoVersions(Table table) {
        this.table = table;
    }

    @Override
    public void note(String app, String version, Instant expires) {
        table.put(item(APPS, app, expires));
        table.put(item(APP + app, VERSION + version, expires));
    }

    @Override
    public List<String> apps() {
        return table.queryAll(partition(APPS)).stream()
                .map(DynamoVersions::sort)
                .toList();
    }

    @Override
    public List<String> of(String app) {
        return table.query(partition(APP + app).limit(MOST)).items().stream()
                .map(item -> sort(item).substring(VERSION.length()))
                .toList();
    }

    private static QueryRequest.Builder partition(String key) {
        return QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Item.text(key)));
    }

    private static String sort(Map<String, AttributeValue> item) {
        return new Fields(item).required("sk");
    }

    private static Map<String, AttributeValue> item(String partition, String sort, Instant expires) {
        return new Item()
                .with("pk", partition)
                .with("sk", sort)
                .with("expires", expires.getEpochSecond())
                .build();
    }
}
