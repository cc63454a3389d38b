package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.symbol.Waiters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Waiters in the symbols table: {@code WAIT#<uuid>}, {@code <architecture>#<cluster>}. */
public final class DynamoWaiters implements Waiters {
    private final Table table;

    /** @param table the symbols table */
    public DynamoWaiters(Table table) {
        this.table = table;
    }

    @Override
    public void add(Waiter waiter) {
        Map<String, AttributeValue> item = new Item()
                .with("pk", partition(waiter.image().uuid()))
                .with("sk", waiter.image().architecture() + "#" + waiter.cluster())
                .with("image", OccurrenceItems.pack(waiter.image()))
                .with("cluster", waiter.cluster().value())
                .with("app", waiter.app())
                .with("appver", waiter.facts().version())
                .with("os", waiter.facts().os())
                .with("dev", waiter.facts().device())
                .with("seen", waiter.lastSeen().toEpochMilli())
                .build();
        Optional<Map<String, AttributeValue>> standing = table.putIfAbsent(item);
        if (standing.isPresent()
                && new Fields(standing.get()).number("seen") < waiter.lastSeen().toEpochMilli()) {
            touch(waiter);
        }
    }

    @Override
    public List<Waiter> of(String uuid, String architecture) {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND begins_with(sk, :arch)")
                .expressionAttributeValues(
                        Map.of(":pk", Item.text(partition(uuid)), ":arch", Item.text(architecture + "#")))
                .consistentRead(true);
        return table.queryAll(query).stream()
                .map(item -> waiter(new Fields(item)))
                .toList();
    }

    private void touch(Waiter waiter) {
        table.update(UpdateItemRequest.builder()
                .key(table.key(
                        partition(waiter.image().uuid()), waiter.image().architecture() + "#" + waiter.cluster()))
                .conditionExpression("seen < :seen")
                .updateExpression("SET seen = :seen, appver = :version")
                .expressionAttributeValues(Map.of(
                        ":seen", Item.number(waiter.lastSeen().toEpochMilli()),
                        ":version", Item.text(waiter.facts().version()))));
    }

    private static String partition(String uuid) {
        return "WAIT#" + uuid;
    }

    private static Waiter waiter(Fields item) {
        return new Waiter(
                OccurrenceItems.unpack(item.required("image")),
                new ClusterId(item.required("cluster")),
                item.text("app"),
                new Facts(item.text("appver"), item.text("os"), item.text("dev"), "", Optional.empty()),
                item.time("seen").orElseThrow());
    }
}
