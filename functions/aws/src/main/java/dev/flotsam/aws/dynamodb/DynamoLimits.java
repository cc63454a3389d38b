package dev.flotsam.aws.dynamodb;

import dev.flotsam.memory.atlas.LimitKey;
import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.atlas.LimitVote;
import dev.flotsam.memory.atlas.LimitVotes;
import dev.flotsam.memory.jetsam.ProcessKind;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.limit.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The atlas in the sessions table: {@code LIMITS}, {@code <device>#<os>#<kind>#<state>}; the votes are one text, some
 * 8 KB at the most. A merge reads, merges and replaces the item's revision.
 */
public final class DynamoLimits implements Limits {
    static final String PARTITION = "LIMITS";

    private static final int MOST_ATTEMPTS = 20;
    private static final String BETWEEN = "#";

    private final Table table;

    /** @param table the sessions table */
    public DynamoLimits(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Kept> find(LimitKey key) {
        return table.get(PARTITION, sort(key)).map(DynamoLimits::kept);
    }

    @Override
    public void merge(LimitKey key, LimitVotes more, Instant expires) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Map<String, AttributeValue>> standing = table.get(PARTITION, sort(key));
            if (standing.isEmpty()) {
                if (table.putIfAbsent(item(new Kept(key, more, expires), 1)).isEmpty()) {
                    return;
                }
                continue;
            }
            Kept kept = kept(standing.get());
            Kept merged = new Kept(
                    key, kept.votes().merge(more), expires.isAfter(kept.expires()) ? seconds(expires) : kept.expires());
            long revision = new Fields(standing.get()).number("rev");
            if (merged.equals(kept) || table.replaceIf(item(merged, revision + 1), "rev", Item.number(revision))) {
                return;
            }
        }
        throw new Fault(Fault.Blame.CAPACITY, "the limit of " + sort(key) + " changed too often meanwhile", null);
    }

    @Override
    public Slice list(String device, String os, Optional<String> after, int most) {
        String prefix = device.isEmpty() ? "" : device + BETWEEN + (os.isEmpty() ? "" : os + BETWEEN);
        QueryRequest.Builder query = QueryRequest.builder()
                .keyConditionExpression(prefix.isEmpty() ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(
                        prefix.isEmpty()
                                ? Map.of(":pk", Item.text(PARTITION))
                                : Map.of(":pk", Item.text(PARTITION), ":prefix", Item.text(prefix)))
                .limit(most);
        if (after.filter(cursor -> !cursor.startsWith(prefix)).isPresent()) {
            throw new IllegalArgumentException("cursor is not one of this list");
        }
        after.ifPresent(cursor -> query.exclusiveStartKey(table.key(PARTITION, cursor)));
        QueryResponse answer = table.query(query);
        List<Kept> limits = answer.items().stream().map(DynamoLimits::kept).toList();
        return new Slice(
                limits,
                answer.hasLastEvaluatedKey()
                        ? Optional.of(answer.lastEvaluatedKey().get("sk").s())
                        : Optional.empty());
    }

    private static Instant seconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }

    private static String sort(LimitKey key) {
        return String.join(BETWEEN, key.device(), key.os(), word(key.kind()), word(key.state()));
    }

    private static Map<String, AttributeValue> item(Kept kept, long revision) {
        return new Item()
                .with("pk", PARTITION)
                .with("sk", sort(kept.key()))
                .with("device", kept.key().device())
                .with("os", kept.key().os())
                .with("kind", word(kept.key().kind()))
                .with("state", word(kept.key().state()))
                .with("rev", revision)
                .with(
                        "votes",
                        String.join(
                                " ",
                                kept.votes().votes().stream()
                                        .map(LimitVote::toString)
                                        .toList()))
                .with("expires", kept.expires().getEpochSecond())
                .build();
    }

    private static Kept kept(Map<String, AttributeValue> item) {
        Fields fields = new Fields(item);
        LimitKey key = new LimitKey(
                fields.required("device"),
                fields.required("os"),
                ProcessKind.valueOf(constant(fields.required("kind"))),
                State.valueOf(constant(fields.required("state"))));
        String votes = fields.text("votes");
        return new Kept(
                key,
                votes.isEmpty()
                        ? LimitVotes.NONE
                        : new LimitVotes(List.of(votes.split(" ")).stream()
                                .map(LimitVote::parse)
                                .toList()),
                Instant.ofEpochSecond(fields.number("expires")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
