package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Ledger;
import dev.flotsam.triage.alert.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Outboxes in the clusters table: {@code OUTBOX#<hook>} holds {@code LEDGER} and a {@code WAITING#<raised>#<message
 * id>} for each alert. No sort key starts like an alert's own, so that none of them wakes notify-chat.
 */
public final class DynamoOutbox implements Outbox {
    private static final String LEDGER = "LEDGER";
    private static final String WAITING = "WAITING#";

    private final Table table;

    /** @param table the clusters table */
    public DynamoOutbox(Table table) {
        this.table = table;
    }

    @Override
    public void add(HookId hook, Alert alert) {
        table.putIfAbsent(AlertItems.item(partition(hook), sort(alert), alert));
    }

    @Override
    public List<Waiting> waiting(HookId hook, int most) {
        List<Waiting> waiting = new ArrayList<>();
        Map<String, AttributeValue> start = Map.of();
        do {
            QueryResponse page = table.query(QueryRequest.builder()
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :waiting)")
                    .expressionAttributeValues(
                            Map.of(":pk", Item.text(partition(hook)), ":waiting", Item.text(WAITING)))
                    .consistentRead(true)
                    .limit(most - waiting.size())
                    .exclusiveStartKey(start.isEmpty() ? null : start));
            page.items()
                    .forEach(item -> waiting.add(new Waiting(AlertItems.alert(item), new Fields(item).text("reason"))));
            start = page.lastEvaluatedKey();
        } while (!start.isEmpty() && waiting.size() < most);
        return waiting;
    }

    @Override
    public void remove(HookId hook, Alert alert) {
        table.delete(partition(hook), sort(alert));
    }

    @Override
    public void setAside(HookId hook, Alert alert, String reason) {
        table.update(update(hook, sort(alert))
                .conditionExpression("attribute_exists(pk)")
                .updateExpression("SET reason = :reason")
                .expressionAttributeValues(Map.of(":reason", Item.text(reason))));
    }

    @Override
    public void resume(HookId hook, Alert alert) {
        table.update(update(hook, sort(alert))
                .conditionExpression("attribute_exists(pk)")
                .updateExpression("REMOVE reason"));
    }

    @Override
    public Ledger ledger(HookId hook) {
        return table.get(partition(hook), LEDGER).map(LedgerItems::ledger).orElse(Ledger.BLANK);
    }

    @Override
    public Claim claim(HookId hook, String holder, Instant now, Instant until) {
        Optional<Map<String, AttributeValue>> held = table.update(update(hook, LEDGER)
                .conditionExpression("attribute_not_exists(#until) OR #until <= :now OR holder = :holder")
                .updateExpression("SET holder = :holder, #until = :until")
                .expressionAttributeNames(Map.of("#until", "until"))
                .expressionAttributeValues(Map.of(
                        ":holder", Item.text(holder),
                        ":now", Item.number(now.toEpochMilli()),
                        ":until", Item.number(until.toEpochMilli()))));
        if (held.isPresent()) {
            return new Claim.Held(new Fields(held.get()).time("until").orElse(now));
        }
        return new Claim.Granted(ledger(hook));
    }

    @Override
    public boolean keep(HookId hook, String holder, Ledger ledger, Instant until) {
        Map<String, AttributeValue> item = LedgerItems.item(partition(hook), LEDGER, ledger)
                .with("holder", holder)
                .with("until", until.toEpochMilli())
                .build();
        return table.replaceIf(item, "holder", Item.text(holder));
    }

    @Override
    public void wake(HookId hook) {
        table.update(update(hook, LEDGER)
                .conditionExpression("attribute_exists(pk)")
                .updateExpression("REMOVE notbefore, failures"));
    }

    @Override
    public void drop(HookId hook) {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Item.text(partition(hook))));
        table.queryAll(query).forEach(item -> table.delete(partition(hook), new Fields(item).required("sk")));
    }

    private UpdateItemRequest.Builder update(HookId hook, String sort) {
        return UpdateItemRequest.builder().key(table.key(partition(hook), sort));
    }

    private static String partition(HookId hook) {
        return "OUTBOX#" + hook.value();
    }

    private static String sort(Alert alert) {
        return WAITING + ClusterKeys.instant(alert.raised()) + "#" + alert.messageId();
    }
}
