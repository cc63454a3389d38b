package dev.flotsam.aws.dynamodb;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.HealJob.Cursor;
import dev.flotsam.triage.symbol.HealJob.Scan;
import dev.flotsam.triage.symbol.HealJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Heal jobs in the symbols table: {@code HEAL#<uuid>/<architecture>/<cluster>}, {@code JOB}. A partition each, so that
 * the stream steps the jobs of one image side by side.
 */
public final class DynamoHealJobs implements HealJobs {
    /** How long a job that is done is kept for people to look at; waking it again keeps it. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String PARTITION = "HEAL#";
    private static final String SORT = "JOB";

    private final Table table;
    private final Clock clock;

    /** @param table the symbols table */
    public DynamoHealJobs(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** The job that an item's key names; empty if it is no job's. */
    public static Optional<HealJob.Key> key(Map<String, AttributeValue> key) {
        String partition = new Fields(key).text("pk");
        if (!partition.startsWith(PARTITION)) {
            return Optional.empty();
        }
        List<String> parts = List.of(partition.substring(PARTITION.length()).split("/", 3));
        return Optional.of(new HealJob.Key(
                new ImageId(UUID.fromString(parts.get(0)), new Arch(parts.get(1))), new ClusterId(parts.get(2))));
    }

    @Override
    public void wake(HealJob.Key key, String app) {
        table.update(UpdateItemRequest.builder()
                .key(table.key(partition(key), SORT))
                .updateExpression("ADD rev :one, wakes :one SET app = :app REMOVE expires")
                .expressionAttributeValues(Map.of(":one", Item.number(1), ":app", Item.text(app))));
    }

    @Override
    public Optional<HealJob> find(HealJob.Key key) {
        return table.get(partition(key), SORT)
                .map(Fields::new)
                .map(item -> new HealJob(
                        key,
                        item.text("app"),
                        item.number("rev"),
                        item.number("wakes"),
                        item.attributes().containsKey("serves") ? scan(item) : Scan.NONE));
    }

    @Override
    public boolean replace(HealJob job) {
        Scan scan = job.scan();
        Item item = new Item()
                .with("pk", partition(job.key()))
                .with("sk", SORT)
                .with("app", job.app())
                .with("rev", job.revision())
                .with("wakes", job.wakes())
                .with("serves", scan.serves())
                .with("finished", scan.finished())
                .with("behind", scan.cursor().behind().orElse(""))
                .with("within", scan.cursor().within())
                .with("entries", scan.cursor().entries())
                .with("healed", scan.healed())
                .with("stayed", scan.stayed())
                .with("failed", scan.failed())
                .with("attempts", scan.attempts())
                .with(
                        "moved",
                        scan.moved().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(target -> target.getKey() + " " + target.getValue())
                                .toList());
        if (job.isDone()) {
            item.with("expires", clock.instant().plus(KEPT).getEpochSecond());
        }
        return table.replaceIf(item.build(), "rev", Item.number(job.revision() - 1));
    }

    private static String partition(HealJob.Key key) {
        return PARTITION + key.image().key() + "/" + key.cluster();
    }

    private static Scan scan(Fields item) {
        String behind = item.text("behind");
        Map<ClusterId, Integer> moved = new HashMap<>();
        for (String target : item.texts("moved")) {
            List<String> parts = List.of(target.split(" ", 2));
            moved.put(new ClusterId(parts.get(0)), Integer.parseInt(parts.get(1)));
        }
        return new Scan(
                item.number("serves"),
                item.flag("finished"),
                new Cursor(behind.isEmpty() ? Optional.empty() : Optional.of(behind), item.text("within"), (int)
                        item.number("entries")),
                (int) item.number("healed"),
                (int) item.number("stayed"),
                (int) item.number("failed"),
                moved,
                (int) item.number("attempts"));
    }
}
