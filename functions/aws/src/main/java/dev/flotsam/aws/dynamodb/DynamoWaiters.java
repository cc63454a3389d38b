package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.symbol.MissingImages;
import dev.flotsam.triage.symbol.Waiters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Waiters in the symbols table: {@code WAIT#<uuid>}, {@code <architecture>#<cluster>}; beside them, once an image,
 * {@code MISSING}, {@code <uuid>#<architecture>} to list them by.
 */
public final class DynamoWaiters implements Waiters, MissingImages {
    private static final String LIST = "MISSING";

    private final Table table;

    /** @param table the symbols table */
    public DynamoWaiters(Table table) {
        this.table = table;
    }

    @Override
    public void add(Waiter waiter) {
        Optional<Map<String, AttributeValue>> standing =
                table.get(partition(waiter.image().uuid()), sort(waiter));
        if (standing.isEmpty()) {
            // The list first: once somebody waits, the image is listed.
            table.put(new Item()
                    .with("pk", LIST)
                    .with("sk", listed(waiter.image()))
                    .with("image", OccurrenceItems.pack(waiter.image()))
                    .build());
            standing = table.putIfAbsent(item(waiter));
        }
        if (standing.isPresent()
                && new Fields(standing.get()).number("seen") < waiter.lastSeen().toEpochMilli()) {
            touch(waiter);
        }
    }

    private static Map<String, AttributeValue> item(Waiter waiter) {
        return new Item()
                .with("pk", partition(waiter.image().uuid()))
                .with("sk", sort(waiter))
                .with("image", OccurrenceItems.pack(waiter.image()))
                .with("cluster", waiter.cluster().value())
                .with("app", waiter.app())
                .with("appver", waiter.facts().version())
                .with("os", waiter.facts().os())
                .with("dev", waiter.facts().device())
                .with("seen", waiter.lastSeen().toEpochMilli())
                .build();
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

    @Override
    public Slice list(Optional<String> after, int most) {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Item.text(LIST)))
                .limit(most);
        after.ifPresent(cursor -> query.exclusiveStartKey(table.key(LIST, cursor)));
        QueryResponse answer = table.query(query);
        List<MissingImage> images = answer.items().stream()
                .map(item -> OccurrenceItems.unpack(new Fields(item).required("image")))
                .toList();
        return new Slice(
                images, answer.hasLastEvaluatedKey() ? Optional.of(listed(images.getLast())) : Optional.empty());
    }

    /** An image that nobody waits for is listed no longer. A crash before that leaves a line too many. */
    @Override
    public void remove(Waiter waiter) {
        MissingImage image = waiter.image();
        table.delete(partition(image.uuid()), sort(waiter));
        if (of(image.uuid(), image.architecture()).isEmpty()) {
            table.delete(LIST, listed(image));
        }
    }

    private void touch(Waiter waiter) {
        table.update(UpdateItemRequest.builder()
                .key(table.key(partition(waiter.image().uuid()), sort(waiter)))
                .conditionExpression("seen < :seen")
                .updateExpression("SET seen = :seen, appver = :version")
                .expressionAttributeValues(Map.of(
                        ":seen", Item.number(waiter.lastSeen().toEpochMilli()),
                        ":version", Item.text(waiter.facts().version()))));
    }

    private static String sort(Waiter waiter) {
        return waiter.image().architecture() + "#" + waiter.cluster()
                + (waiter.image().hidden() > 0 ? "#hidden" : "");
    }

    private static String listed(MissingImage image) {
        return image.uuid() + "#" + image.architecture();
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
