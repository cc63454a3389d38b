package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Mark;
import dev.flotsam.triage.absorb.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Counter items in the clusters table: {@code n} counts reports, {@code n:<dimension>:<value>} its parts, {@code
 * m:<lane>} holds a lane's mark as {@code <40 digits>@<hour>}. One conditional UpdateItem adds the sums and moves the
 * mark.
 */
public final class DynamoCounters implements Counters {
    private static final String REPORTS = "n";
    private static final String PART = "n:";
    private static final String MARK = "m:";

    private final Table table;

    /** @param table the clusters table */
    public DynamoCounters(Table table) {
        this.table = table;
    }

    @Override
    public Counter read(Counter.Key key) {
        return table.get(ClusterKeys.cluster(key.cluster()), ClusterKeys.counter(key))
                .map(DynamoCounters::counter)
                .orElse(Counter.EMPTY);
    }

    @Override
    public Map<Counter.Key, Counter> readAll(Collection<Counter.Key> keys) {
        Map<Map<String, AttributeValue>, Counter.Key> wanted = new HashMap<>();
        keys.forEach(key -> wanted.put(table.key(ClusterKeys.cluster(key.cluster()), ClusterKeys.counter(key)), key));
        Map<Counter.Key, Counter> found = new HashMap<>();
        for (Map<String, AttributeValue> item : table.getAll(wanted.keySet(), false)) {
            found.put(wanted.get(Map.of("pk", item.get("pk"), "sk", item.get("sk"))), counter(item));
        }
        return found;
    }

    @Override
    public Optional<Counter> advance(Counter.Key key, Counter.Advance advance) {
        Expression expression = new Expression();
        String mark = expression.name(MARK + advance.lane());
        String condition = advance.seen()
                .map(seen -> mark + " = " + expression.value(Item.text(seen.toString())))
                .orElse("attribute_not_exists(" + mark + ")");
        List<String> sets = new ArrayList<>();
        sets.add(mark + " = " + expression.value(Item.text(advance.moved().toString())));
        advance.expires()
                .ifPresent(when -> sets.add(
                        expression.name("expires") + " = " + expression.value(Item.number(when.getEpochSecond()))));
        List<String> adds = new ArrayList<>();
        adds.add(expression.name(REPORTS) + " "
                + expression.value(Item.number(advance.delta().reports())));
        advance.delta()
                .by()
                .forEach((part, count) ->
                        adds.add(expression.name(PART + part) + " " + expression.value(Item.number(count))));
        List<String> removes = advance.pruned().stream()
                .map(lane -> expression.name(MARK + lane))
                .toList();
        String update = "SET " + String.join(", ", sets) + " ADD " + String.join(", ", adds)
                + (removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes));
        return table.update(UpdateItemRequest.builder()
                        .key(table.key(ClusterKeys.cluster(key.cluster()), ClusterKeys.counter(key)))
                        .conditionExpression(condition)
                        .updateExpression(update)
                        .expressionAttributeNames(expression.names)
                        .expressionAttributeValues(expression.values))
                .map(DynamoCounters::counter);
    }

    static Counter counter(Map<String, AttributeValue> item) {
        Map<String, Long> by = new HashMap<>();
        Map<String, Mark> marks = new HashMap<>();
        Fields fields = new Fields(item);
        for (String name : item.keySet()) {
            if (name.startsWith(PART)) {
                by.put(name.substring(PART.length()), fields.number(name));
            } else if (name.startsWith(MARK)) {
                marks.put(name.substring(MARK.length()), Mark.parse(fields.required(name)));
            }
        }
        return new Counter(new Tally(fields.numberOrZero(REPORTS), by), marks);
    }

    /** Names and values of an expression, each behind a placeholder: they come from reports and hold anything. */
    private static final class Expression {
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, AttributeValue> values = new HashMap<>();

        String name(String name) {
            String placeholder = "#n" + names.size();
            names.put(placeholder, name);
            return placeholder;
        }

        String value(AttributeValue value) {
            String placeholder = ":v" + values.size();
            values.put(placeholder, value);
            return placeholder;
        }
    }
}
