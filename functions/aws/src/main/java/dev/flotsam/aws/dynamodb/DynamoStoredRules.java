package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.rules.RulesOfApp;
import dev.flotsam.triage.rules.StoredRules;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Apps' rules in the settings table: {@code RULES#<app>}, {@value #SORT}. */
public final class DynamoStoredRules implements StoredRules {
    private static final String PARTITION = "RULES#";
    private static final String SORT = "RULES";

    private final Table table;

    /** @param table the settings table */
    public DynamoStoredRules(Table table) {
        this.table = table;
    }

    @Override
    public RulesOfApp find(String app) {
        return table.get(PARTITION + app, SORT)
                .map(item -> rules(app, new Fields(item)))
                .orElseGet(() -> RulesOfApp.none(app));
    }

    @Override
    public boolean replace(RulesOfApp rules) {
        return rules.revision() == 1
                ? table.putIfAbsent(item(rules)).isEmpty()
                : table.replaceIf(item(rules), "rev", Item.number(rules.revision() - 1));
    }

    private static Map<String, AttributeValue> item(RulesOfApp rules) {
        return new Item()
                .with("pk", PARTITION + rules.app())
                .with("sk", SORT)
                .with("rev", rules.revision())
                .with("active", rules.active())
                .with("pending", rules.pending().orElse(""))
                .with("changed", Optional.of(rules.changed()))
                .with("by", rules.by())
                .with("adopted", rules.adopted())
                .build();
    }

    private static RulesOfApp rules(String app, Fields fields) {
        String pending = fields.text("pending");
        return new RulesOfApp(
                app,
                fields.number("rev"),
                fields.required("active"),
                pending.isEmpty() ? Optional.empty() : Optional.of(pending),
                fields.time("changed").orElse(Instant.EPOCH),
                fields.text("by"),
                fields.time("adopted"));
    }
}
