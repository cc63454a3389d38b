package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.upload.Quota;
import dev.flotsam.triage.upload.Quotas;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What keys uploaded, in the clusters table: {@code QUOTA#<key hash>}, {@code <day>}; gone two days later. */
public final class DynamoQuotas implements Quotas {
    private static final int DAYS_KEPT = 2;

    private final Table table;

    /** @param table the clusters table */
    public DynamoQuotas(Table table) {
        this.table = table;
    }

    @Override
    public boolean take(String key, LocalDate day, long bytes, Quota quota) {
        if (bytes > quota.bytes()) {
            return false;
        }
        long expires =
                day.plusDays(DAYS_KEPT).atStartOfDay().toInstant(ZoneOffset.UTC).getEpochSecond();
        return table.update(UpdateItemRequest.builder()
                        .key(table.key("QUOTA#" + key, day.toString()))
                        .conditionExpression("attribute_not_exists(#u) OR (#u < :most AND #b <= :room)")
                        .updateExpression("SET expires = :expires ADD #u :one, #b :bytes")
                        .expressionAttributeNames(Map.of("#u", "uploads", "#b", "bytes"))
                        .expressionAttributeValues(Map.of(
                                ":most", Item.number(quota.uploads()),
                                ":room", Item.number(quota.bytes() - bytes),
                                ":one", Item.number(1),
                                ":bytes", Item.number(bytes),
                                ":expires", Item.number(expires))))
                .isEmpty();
    }
}
