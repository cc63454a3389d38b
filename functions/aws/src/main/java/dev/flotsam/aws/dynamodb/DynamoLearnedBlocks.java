package dev.flotsam.aws.dynamodb;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.fleet.LearnedImage;
import dev.flotsam.triage.fleet.Block;
import dev.flotsam.triage.fleet.LearnedBlocks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Learned names in the symbols table: {@code LEARNED#<uuid>}, {@code <block>} in hex; forgotten if nobody adds to it. */
public final class DynamoLearnedBlocks implements LearnedBlocks {
    private static final String PARTITION = "LEARNED#";

    private final Table table;

    /** @param table the symbols table */
    public DynamoLearnedBlocks(Table table) {
        this.table = table;
    }

    @Override
    public Map<Block, Stored> find(Collection<Block> blocks) {
        List<Map<String, AttributeValue>> keys = blocks.stream()
                .map(block -> table.key(partition(block), sort(block)))
                .toList();
        Map<Block, Stored> found = new HashMap<>();
        for (Map<String, AttributeValue> item : table.getAll(keys, false)) {
            Fields fields = new Fields(item);
            UUID image = UUID.fromString(fields.required("pk").substring(PARTITION.length()));
            Block block = new Block(image, Long.parseLong(fields.required("sk"), 16));
            found.put(block, new Stored(LearnedImage.decode(image, fields.bytes("names")), fields.number("revision")));
        }
        return found;
    }

    @Override
    public boolean keep(Block block, LearnedImage learned, long seen, Instant expires) {
        return table.update(UpdateItemRequest.builder()
                        .key(table.key(partition(block), sort(block)))
                        .conditionExpression("attribute_not_exists(#revision) OR #revision = :seen")
                        .updateExpression("SET #names = :names, #revision = :next, expires = :expires")
                        .expressionAttributeNames(Map.of("#revision", "revision", "#names", "names"))
                        .expressionAttributeValues(Map.of(
                                ":names", AttributeValue.fromB(SdkBytes.fromByteArray(learned.encode())),
                                ":seen", Item.number(seen),
                                ":next", Item.number(seen + 1),
                                ":expires", Item.number(expires.getEpochSecond()))))
                .isEmpty();
    }

    private static String partition(Block block) {
        return PARTITION + ImageId.uuidText(block.image());
    }

    private static String sort(Block block) {
        return "%08x".formatted(block.number());
    }
}
