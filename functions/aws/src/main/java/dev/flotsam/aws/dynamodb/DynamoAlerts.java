package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.HookId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Alerts in the clusters table, beside their cluster or under {@code HOOK#<hook>}: {@code ALERT#<kind>#<episode>}, with
 * a {@code told_<hook>} for each hook.
 */
public final class DynamoAlerts implements Alerts {
    private static final String TOLD = "told_";

    private final Table table;

    /** @param table the clusters table */
    public DynamoAlerts(Table table) {
        this.table = table;
    }

    @Override
    public boolean raise(Alert alert) {
        return table.putIfAbsent(AlertItems.item(ClusterKeys.owner(alert), ClusterKeys.alert(alert), alert))
                .isEmpty();
    }

    @Override
    public Map<HookId, Instant> told(Alert alert) {
        Map<String, AttributeValue> item =
                table.get(ClusterKeys.owner(alert), ClusterKeys.alert(alert)).orElse(Map.of());
        Fields fields = new Fields(item);
        Map<HookId, Instant> told = new HashMap<>();
        item.keySet().stream()
                .filter(name -> name.startsWith(TOLD))
                .forEach(name ->
                        told.put(new HookId(name.substring(TOLD.length())), Instant.ofEpochMilli(fields.number(name))));
        return Map.copyOf(told);
    }

    @Override
    public void markTold(Alert alert, HookId hook, Instant when) {
        table.update(UpdateItemRequest.builder()
                .key(table.key(ClusterKeys.owner(alert), ClusterKeys.alert(alert)))
                .conditionExpression("attribute_exists(pk)")
                .updateExpression("SET #told = if_not_exists(#told, :when)")
                .expressionAttributeNames(Map.of("#told", TOLD + hook.value()))
                .expressionAttributeValues(Map.of(":when", Item.number(when.toEpochMilli()))));
    }
}
