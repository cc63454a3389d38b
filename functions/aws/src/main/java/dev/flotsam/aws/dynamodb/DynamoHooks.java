package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Hooks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Hooks in the settings table: {@code HOOKS}, {@code <hook id>}. */
public final class DynamoHooks implements Hooks {
    private static final String PARTITION = "HOOKS";

    private final Table table;

    /** @param table the settings table */
    public DynamoHooks(Table table) {
        this.table = table;
    }

    @Override
    public List<Hook> all() {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Item.text(PARTITION)));
        return table.queryAll(query).stream()
                .map(DynamoHooks::hook)
                .sorted(Comparator.comparing(Hook::created)
                        .thenComparing(hook -> hook.id().value()))
                .toList();
    }

    @Override
    public Optional<Hook> find(HookId id) {
        return table.get(PARTITION, id.value()).map(DynamoHooks::hook);
    }

    @Override
    public void put(Hook hook) {
        table.put(item(hook));
    }

    @Override
    public void delete(HookId id) {
        table.delete(PARTITION, id.value());
    }

    /** The item of a hook, for whoever deploys one with the stack. */
    public static Map<String, AttributeValue> item(Hook hook) {
        return new Item()
                .with("pk", PARTITION)
                .with("sk", hook.id().value())
                .with("label", hook.label())
                .with("style", hook.style().word())
                .with("url", hook.url())
                .with("secrets", hook.secrets())
                .with(
                        "routes",
                        hook.routes().stream()
                                .map(route -> route.app() + "\t" + route.kind())
                                .toList())
                .with("created", hook.created().toEpochMilli())
                .build();
    }

    private static Hook hook(Map<String, AttributeValue> item) {
        Fields fields = new Fields(item);
        return new Hook(
                new HookId(fields.required("sk")),
                fields.text("label"),
                Hook.Style.parse(fields.required("style")),
                fields.required("url"),
                fields.texts("secrets"),
                fields.texts("routes").stream().map(DynamoHooks::route).toList(),
                Instant.ofEpochMilli(fields.number("created")));
    }

    private static Route route(String packed) {
        String[] parts = packed.split("\t", 2);
        return new Route(parts[0], parts.length == 1 ? Route.ANY : parts[1]);
    }
}
