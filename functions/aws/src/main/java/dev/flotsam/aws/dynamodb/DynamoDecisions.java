package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.Decision.Entry;
import dev.flotsam.triage.decide.Decisions;
import dev.flotsam.triage.decide.Standing;
import dev.flotsam.triage.decide.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Decisions in the settings table: {@code DECISIONS#<app>}, {@code <cluster id>}; an entry of the history is a row. */
public final class DynamoDecisions implements Decisions {
    private static final String PARTITION = "DECISIONS#";

    private final Table table;

    /** @param table the settings table */
    public DynamoDecisions(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Decision> find(String app, ClusterId cluster) {
        return table.get(PARTITION + app, cluster.value()).map(DynamoDecisions::decision);
    }

    @Override
    public Map<ClusterId, Decision> ofApp(String app) {
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", Item.text(PARTITION + app)));
        Map<ClusterId, Decision> found = new HashMap<>();
        for (Map<String, AttributeValue> item : table.queryAll(query)) {
            Decision decision = decision(item);
            found.put(decision.cluster(), decision);
        }
        return found;
    }

    @Override
    public boolean replace(Decision decision) {
        return decision.revision() == 1
                ? table.putIfAbsent(item(decision)).isEmpty()
                : table.replaceIf(item(decision), "rev", Item.number(decision.revision() - 1));
    }

    private static Map<String, AttributeValue> item(Decision decision) {
        return new Item()
                .with("pk", PARTITION + decision.app())
                .with("sk", decision.cluster().value())
                .with("rev", decision.revision())
                .with("moved", decision.movedTo().map(ClusterId::value).orElse(""))
                .with(
                        "history",
                        AttributeValue.fromL(decision.history().stream()
                                .map(DynamoDecisions::row)
                                .toList()))
                .build();
    }

    private static AttributeValue row(Entry entry) {
        Standing standing = entry.standing();
        String detail =
                switch (standing.state()) {
                    case State.Open ignored -> "";
                    case State.Resolved(String version) -> version;
                    case State.Ignored(Optional<Instant> until) ->
                        until.map(Instant::toString).orElse("");
                };
        return AttributeValue.fromL(Stream.of(
                        standing.state().word(),
                        detail,
                        standing.assignee(),
                        standing.note(),
                        Long.toString(entry.at().toEpochMilli()),
                        entry.by())
                .map(Item::text)
                .toList());
    }

    private static Decision decision(Map<String, AttributeValue> item) {
        Fields fields = new Fields(item);
        String moved = fields.text("moved");
        return new Decision(
                fields.required("pk").substring(PARTITION.length()),
                new ClusterId(fields.required("sk")),
                fields.number("rev"),
                fields.rows("history").stream().map(DynamoDecisions::entry).toList(),
                moved.isEmpty() ? Optional.empty() : Optional.of(new ClusterId(moved)));
    }

    private static Entry entry(List<String> row) {
        Standing standing = new Standing(state(row.get(0), row.get(1)), row.get(2), row.get(3));
        return new Entry(standing, Instant.ofEpochMilli(Long.parseLong(row.get(4))), row.get(5));
    }

    private static State state(String word, String detail) {
        return switch (word) {
            case "open" -> new State.Open();
            case "resolved" -> new State.Resolved(detail);
            case "ignored" ->
                new State.Ignored(detail.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(detail)));
            default -> throw new IllegalArgumentException("attribute \"history\" holds state \"" + word + "\"");
        };
    }
}
