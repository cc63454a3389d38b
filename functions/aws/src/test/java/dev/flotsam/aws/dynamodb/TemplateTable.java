package dev.flotsam.aws.dynamodb;

import dev.flotsam.aws.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * A table as template.yaml defines it. Expiry is left out: DynamoDB Local does delete what is past it, and the reports
 * of tests have a fixed date.
 */
record TemplateTable(Map<?, ?> properties) {

    /** The table with this logical id. */
    static TemplateTable named(String logicalId) {
        try {
            String block = Files.readAllLines(Repository.root().resolve("template.yaml")).stream()
                    .dropWhile(line -> !line.equals("  " + logicalId + ":"))
                    .skip(1)
                    .takeWhile(line -> line.isBlank() || line.startsWith("   "))
                    .collect(Collectors.joining("\n"));
            Object resource = new Load(LoadSettings.builder().build()).loadFromString(block);
            return new TemplateTable(map(map(resource).get("Properties")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    CreateTableRequest request(String name) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys(properties))
                .attributeDefinitions(list(properties.get("AttributeDefinitions")).stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(text(attribute, "AttributeName"))
                                .attributeType(text(attribute, "AttributeType"))
                                .build())
                        .toList());
        List<?> indexes = list(properties.get("GlobalSecondaryIndexes"));
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexes(
                    indexes.stream().map(TemplateTable::index).toList());
        }
        return request.build();
    }

    /** Name of the partition or sort key. */
    String key(String type) {
        return keys(properties).stream()
                .filter(key -> key.keyTypeAsString().equals(type))
                .findFirst()
                .orElseThrow()
                .attributeName();
    }

    private static GlobalSecondaryIndex index(Object index) {
        return GlobalSecondaryIndex.builder()
                .indexName(text(index, "IndexName"))
                .keySchema(keys(map(index)))
                .projection(
                        projection -> projection.projectionType(text(map(index).get("Projection"), "ProjectionType")))
                .build();
    }

    private static List<KeySchemaElement> keys(Map<?, ?> of) {
        return list(of.get("KeySchema")).stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(text(key, "AttributeName"))
                        .keyType(text(key, "KeyType"))
                        .build())
                .toList();
    }

    private static String text(Object map, String key) {
        return String.valueOf(map(map).get(key));
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
