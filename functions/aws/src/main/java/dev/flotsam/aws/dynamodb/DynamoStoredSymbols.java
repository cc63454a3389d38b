package dev.flotsam.aws.dynamodb;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.symbol.StoredImage;
import dev.flotsam.triage.symbol.StoredImage.State;
import dev.flotsam.triage.symbol.StoredSymbols;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Records of indexed images in the symbols table: {@code SYMBOL#<uuid>}, {@code <architecture>}, spread over partitions
 * because every cold function asks; beside it {@code SYMBOLS}, {@code <uploaded>#<uuid>#<architecture>} to list them by.
 */
public final class DynamoStoredSymbols implements StoredSymbols {
    private static final String LIST = "SYMBOLS";

    private final Table table;

    /** Takes the symbols table. */
    public DynamoStoredSymbols(Table table) {
        this.table = table;
    }

    @Override
    public Optional<StoredImage> find(ImageId image) {
        return table.get(partition(image), image.arch().name()).map(DynamoStoredSymbols::image);
    }

    @Override
    public StoredImage publish(StoredImage image) {
        // The list first: once a record stands, it is listed.
        table.put(item(image, LIST, listed(image)));
        Map<String, AttributeValue> item =
                item(image, partition(image.image()), image.image().arch().name());
        Optional<Map<String, AttributeValue>> standing = table.putIfAbsent(item);
        if (standing.isEmpty()) {
            return image;
        }
        StoredImage stands = image(standing.get());
        while (image.isBetterThan(stands)) {
            // Each race is lost to a better one: they end.
            StoredImage before = stands;
            stands = takesThePlaceOf(before, item) ? image : find(image.image()).orElse(image);
            unlistUnless(stands, before);
        }
        unlistUnless(stands, image);
        return stands;
    }

    private boolean takesThePlaceOf(StoredImage standing, Map<String, AttributeValue> item) {
        return standing.isReadable()
                ? table.replaceIf(item, "content", Item.text(standing.content()))
                : table.replaceIf(item, "state", Item.text(State.MALFORMED.word()));
    }

    /** Whoever lost is listed no longer; a crash before this leaves a line too many, never one too few. */
    private void unlistUnless(StoredImage stands, StoredImage other) {
        if (!listed(stands).equals(listed(other))) {
            table.delete(LIST, listed(other));
        }
    }

    @Override
    public Slice latestFirst(Optional<String> after, int most) {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Item.text(LIST)))
                .scanIndexForward(false)
                .limit(most);
        after.ifPresent(cursor -> query.exclusiveStartKey(table.key(LIST, cursor)));
        QueryResponse answer = table.query(query);
        List<StoredImage> images =
                answer.items().stream().map(DynamoStoredSymbols::image).toList();
        return new Slice(
                images, answer.hasLastEvaluatedKey() ? Optional.of(listed(images.getLast())) : Optional.empty());
    }

    private static String partition(ImageId image) {
        return "SYMBOL#" + image.uuidText();
    }

    private static String listed(StoredImage image) {
        return ClusterKeys.instant(image.uploaded()) + "#" + image.image().uuidText() + "#"
                + image.image().arch().name();
    }

    private static Map<String, AttributeValue> item(StoredImage image, String partition, String sort) {
        return new Item()
                .with("pk", partition)
                .with("sk", sort)
                .with("uuid", image.image().uuidText())
                .with("arch", image.image().arch().name())
                .with("name", image.name())
                .with("state", image.state().word())
                .with("functions", image.functions())
                .with("bytes", image.gsymBytes())
                .with("stored", image.storedBytes())
                .with("content", image.content())
                .with("hidden", image.hidden())
                .with("reason", image.reason())
                .with("uploaded", image.uploaded().toEpochMilli())
                .build();
    }

    private static StoredImage image(Map<String, AttributeValue> item) {
        Fields fields = new Fields(item);
        return new StoredImage(
                new ImageId(UUID.fromString(fields.required("uuid")), new Arch(fields.required("arch"))),
                fields.text("name"),
                State.parse(fields.required("state")),
                (int) fields.number("functions"),
                (int) fields.numberOrZero("hidden"),
                fields.number("bytes"),
                fields.number("stored"),
                fields.text("content"),
                fields.text("reason"),
                Instant.ofEpochMilli(fields.number("uploaded")));
    }
}
