package dev.flotsam.aws.dynamodb;

import dev.flotsam.aws.Faults;
import dev.flotsam.triage.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One table, and the few calls made on it.
 *
 * @param client the low-level client
 * @param name the table's name
 * @param partitionKey name of its partition key
 * @param sortKey name of its sort key
 */
public record Table(DynamoDbClient client, String name, String partitionKey, String sortKey) {
    /** DynamoDB's limit for one BatchGetItem. */
    private static final int BATCH = 100;

    private static final int MOST_BATCH_ATTEMPTS = 8;

    Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(partitionKey, Item.text(partition), sortKey, Item.text(sort));
    }

    /** The item, read consistently. */
    Optional<Map<String, AttributeValue>> get(String partition, String sort) {
        return call("get " + partition, () -> {
            Map<String, AttributeValue> item = client.getItem(request ->
                            request.tableName(name).key(key(partition, sort)).consistentRead(true))
                    .item();
            return item == null || item.isEmpty() ? Optional.empty() : Optional.of(item);
        });
    }

    /** Stores an item unless its key is taken: empty when stored, else the item that stands. */
    Optional<Map<String, AttributeValue>> putIfAbsent(Map<String, AttributeValue> item) {
        return conditional(
                "put",
                () -> client.putItem(request -> request.tableName(name)
                        .item(item)
                        .conditionExpression("attribute_not_exists(#k)")
                        .expressionAttributeNames(Map.of("#k", partitionKey))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
    }

    /** Stores an item whatever is there. */
    void put(Map<String, AttributeValue> item) {
        call("put", () -> client.putItem(request -> request.tableName(name).item(item)));
    }

    /** Stores an item if {@code attribute} of the one that is there equals {@code expected}. */
    boolean replaceIf(Map<String, AttributeValue> item, String attribute, AttributeValue expected) {
        return conditional(
                        "replace",
                        () -> client.putItem(request -> request.tableName(name)
                                .item(item)
                                .conditionExpression("#a = :expected")
                                .expressionAttributeNames(Map.of("#a", attribute))
                                .expressionAttributeValues(Map.of(":expected", expected))))
                .isEmpty();
    }

    /** Removes an item; removing it again changes nothing. */
    void delete(String partition, String sort) {
        call(
                "delete " + partition,
                () -> client.deleteItem(request -> request.tableName(name).key(key(partition, sort))));
    }

    /** Runs an update that holds a condition: empty when it was met, else the item that stands. */
    Optional<Map<String, AttributeValue>> update(UpdateItemRequest.Builder update) {
        return conditional(
                "update",
                () -> client.updateItem(update.tableName(name)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build()));
    }

    /** One page of a query. */
    QueryResponse query(QueryRequest.Builder query) {
        return call("query", () -> client.query(query.tableName(name).build()));
    }

    /** All pages of a query: for lists that are short by nature. */
    List<Map<String, AttributeValue>> queryAll(QueryRequest.Builder query) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> start = Map.of();
        do {
            QueryResponse answer = query(query.exclusiveStartKey(start.isEmpty() ? null : start));
            items.addAll(answer.items());
            start = answer.lastEvaluatedKey();
        } while (!start.isEmpty());
        return items;
    }

    /** Those of the keys that exist, read consistently or not, in no order. */
    List<Map<String, AttributeValue>> getAll(Collection<Map<String, AttributeValue>> keys, boolean consistent) {
        List<Map<String, AttributeValue>> wanted = keys.stream().distinct().toList();
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            found.addAll(getBatch(wanted.subList(from, Math.min(wanted.size(), from + BATCH)), consistent));
        }
        return found;
    }

    private List<Map<String, AttributeValue>> getBatch(List<Map<String, AttributeValue>> keys, boolean consistent) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        List<Map<String, AttributeValue>> left = keys;
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt == MOST_BATCH_ATTEMPTS) {
                throw new Fault(Fault.Blame.CAPACITY, "batch get on " + name + " keeps leaving keys out", null);
            }
            KeysAndAttributes asked = KeysAndAttributes.builder()
                    .keys(left)
                    .consistentRead(consistent)
                    .build();
            BatchGetItemResponse answer =
                    call("batch get", () -> client.batchGetItem(request -> request.requestItems(Map.of(name, asked))));
            found.addAll(answer.responses().getOrDefault(name, List.of()));
            KeysAndAttributes unprocessed = answer.unprocessedKeys().get(name);
            left = unprocessed == null ? List.of() : unprocessed.keys();
        }
        return found;
    }

    private Optional<Map<String, AttributeValue>> conditional(String what, Supplier<Object> write) {
        try {
            call(what, write);
            return Optional.empty();
        } catch (Fault fault) {
            if (fault.getCause() instanceof ConditionalCheckFailedException failed) {
                return Optional.of(failed.hasItem() ? failed.item() : Map.of());
            }
            throw fault;
        }
    }

    private <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw Faults.of(what + " on " + name, failure);
        }
    }
}
