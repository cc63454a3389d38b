package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.trail.TrailId;
import dev.flotsam.triage.trail.Trails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Trails in the sessions table: {@code TRAIL#<trail>}, {@code W#<report>} a witness; {@code TRAIL#<run>}, {@code HOME}
 * where a run's witnesses are kept.
 */
public final class DynamoTrails implements Trails {
    private static final String WITNESS = "W#";
    private static final String HOME = "HOME";

    private final Table table;

    /** @param table the sessions table */
    public DynamoTrails(Table table) {
        this.table = table;
    }

    @Override
    public void keep(Kept witness) {
        table.putIfAbsent(item(witness));
    }

    @Override
    public void renew(Kept witness) {
        table.replaceIf(item(witness), "sk", Item.text(WITNESS + witness.report()));
    }

    private static Map<String, AttributeValue> item(Kept witness) {
        return new Item()
                .with("pk", partition(witness.trail()))
                .with("sk", WITNESS + witness.report())
                .with("arrived", witness.arrived().toEpochMilli())
                .with("expires", witness.expires().getEpochSecond())
                .with("says", witness.testimony())
                .build();
    }

    @Override
    public List<Kept> of(TrailId trail, Instant now) {
        List<Kept> found = new ArrayList<>();
        Map<String, AttributeValue> start = Map.of();
        int read = 0;
        do {
            QueryResponse page = table.query(QueryRequest.builder()
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :witness)")
                    .expressionAttributeValues(
                            Map.of(":pk", Item.text(partition(trail)), ":witness", Item.text(WITNESS)))
                    .exclusiveStartKey(start.isEmpty() ? null : start)
                    .limit(MOST_READ - read)
                    .consistentRead(true));
            page.items().stream()
                    .map(item -> kept(trail, new Fields(item)))
                    .filter(kept -> kept.expires().isAfter(now))
                    .forEach(found::add);
            read += page.items().size();
            start = page.lastEvaluatedKey();
        } while (!start.isEmpty() && read < MOST_READ);
        return found;
    }

    @Override
    public void drop(TrailId trail, ReportId report) {
        table.delete(partition(trail), WITNESS + report);
    }

    @Override
    public void settle(TrailId run, TrailId home, Instant expires) {
        table.putIfAbsent(new Item()
                .with("pk", partition(run))
                .with("sk", HOME)
                .with("home", home.value())
                .with("expires", expires.getEpochSecond())
                .build());
    }

    @Override
    public Optional<TrailId> homeOf(TrailId run) {
        return table.get(partition(run), HOME).map(item -> new TrailId(new Fields(item).required("home")));
    }

    private static Kept kept(TrailId trail, Fields item) {
        return new Kept(
                trail,
                new ReportId(item.required("sk").substring(WITNESS.length())),
                item.time("arrived").orElseThrow(),
                Instant.ofEpochSecond(item.number("expires")),
                item.required("says"));
    }

    private static String partition(TrailId trail) {
        return "TRAIL#" + trail;
    }
}
