package dev.flotsam.aws.dynamodb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.DistinctCount;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.absorb.Sketch.Sample;
import dev.flotsam.triage.absorb.Sketches;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Sketches in the clusters table, spread over {@value #PARTS} items a cluster so that shards seldom meet; merged when
 * read. A merge reads, merges and replaces the item's revision.
 */
public final class DynamoSketches implements Sketches {
    private static final int PARTS = 4;
    private static final int MOST_ATTEMPTS = 20;

    private final Table table;

    /** @param table the clusters table */
    public DynamoSketches(Table table) {
        this.table = table;
    }

    @Override
    public void merge(ClusterId cluster, String lane, Sketch more) {
        String partition = ClusterKeys.cluster(cluster);
        String sort = ClusterKeys.SKETCH + Math.floorMod(lane.hashCode(), PARTS);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Fields> standing = table.get(partition, sort).map(Fields::new);
            if (standing.isEmpty()) {
                if (table.putIfAbsent(item(partition, sort, 1, more)).isEmpty()) {
                    return;
                }
                continue;
            }
            long revision = standing.get().number("rev");
            Sketch kept = sketch(standing.get());
            Sketch merged = kept.merge(more);
            if (merged.equals(kept)) {
                return; // Delivered again, or written already and only the reply lost: a write saved.
            }
            if (table.replaceIf(item(partition, sort, revision + 1, merged), "rev", Item.number(revision))) {
                return;
            }
        }
        throw new Fault(Fault.Blame.CAPACITY, "the sketch of " + cluster + " changed too often meanwhile", null);
    }

    @Override
    public Sketch read(ClusterId cluster) {
        return table.getAll(keys(cluster), true).stream()
                .map(item -> sketch(new Fields(item)))
                .reduce(Sketch.EMPTY, Sketch::merge);
    }

    @Override
    public Map<ClusterId, Sketch> readAll(Collection<ClusterId> clusters) {
        Map<String, ClusterId> wanted = new HashMap<>();
        clusters.forEach(cluster -> wanted.put(ClusterKeys.cluster(cluster), cluster));
        List<Map<String, AttributeValue>> keys =
                clusters.stream().flatMap(cluster -> keys(cluster).stream()).toList();
        Map<ClusterId, Sketch> found = new HashMap<>();
        for (Map<String, AttributeValue> item : table.getAll(keys, false)) {
            Fields fields = new Fields(item);
            found.merge(wanted.get(fields.required("pk")), sketch(fields), Sketch::merge);
        }
        return found;
    }

    private List<Map<String, AttributeValue>> keys(ClusterId cluster) {
        return IntStream.range(0, PARTS)
                .mapToObj(part -> table.key(ClusterKeys.cluster(cluster), ClusterKeys.SKETCH + part))
                .toList();
    }

    private static Map<String, AttributeValue> item(String partition, String sort, long revision, Sketch sketch) {
        return new Item()
                .with("pk", partition)
                .with("sk", sort)
                .with("rev", revision)
                .with("first", sketch.first())
                .with("last", sketch.last())
                .with("devices", sketch.devices().encode())
                .with(
                        "samples",
                        sketch.samples().stream()
                                .map(sample ->
                                        sample.report() + " " + sample.when().toEpochMilli())
                                .toList())
                .with("stale", sketch.stale())
                .build();
    }

    private static Sketch sketch(Fields item) {
        return new Sketch(
                item.time("first"),
                item.time("last"),
                DistinctCount.decode(item.bytes("devices")),
                item.texts("samples").stream().map(DynamoSketches::sample).toList(),
                item.flag("stale"));
    }

    private static Sample sample(String packed) {
        int at = packed.indexOf(' ');
        return new Sample(
                new ReportId(packed.substring(0, at)), Instant.ofEpochMilli(Long.parseLong(packed.substring(at + 1))));
    }
}
