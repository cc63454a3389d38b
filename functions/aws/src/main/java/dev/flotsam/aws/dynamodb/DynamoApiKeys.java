package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.ApiKeys;
import dev.flotsam.triage.access.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** API keys in the settings table: {@code KEYS}, {@code <sha256 hex>}. */
public final class DynamoApiKeys implements ApiKeys {
    private static final String PARTITION = "KEYS";

    private final Table table;

    /** Takes the settings table. */
    public DynamoApiKeys(Table table) {
        this.table = table;
    }

    @Override
    public Optional<ApiKey> find(String hash) {
        return table.get(PARTITION, hash).map(DynamoApiKeys::key);
    }

    @Override
    public List<ApiKey> all() {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Item.text(PARTITION)))
                .consistentRead(true);
        return table.queryAll(query).stream().map(DynamoApiKeys::key).toList();
    }

    @Override
    public void put(ApiKey key) {
        table.put(item(key));
    }

    @Override
    public void revoke(String hash) {
        table.delete(PARTITION, hash);
    }

    /** The item of a key, for whoever creates the first one. */
    public static Map<String, AttributeValue> item(ApiKey key) {
        return new Item()
                .with("pk", PARTITION)
                .with("sk", key.hash())
                .with("label", key.label())
                .with("roles", key.roles().stream().map(Role::word).sorted().toList())
                .with("apps", key.apps().stream().sorted().toList())
                .with("created", Optional.of(key.created()))
                .build();
    }

    private static ApiKey key(Map<String, AttributeValue> item) {
        Fields fields = new Fields(item);
        Set<Role> roles = fields.texts("roles").stream().map(Role::parse).collect(Collectors.toSet());
        return new ApiKey(
                fields.required("sk"),
                fields.text("label"),
                roles,
                new LinkedHashSet<>(fields.texts("apps")),
                fields.time("created").orElseThrow());
    }
}
