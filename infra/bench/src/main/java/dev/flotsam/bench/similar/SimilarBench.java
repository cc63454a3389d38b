package dev.flotsam.bench.similar;

import dev.flotsam.aws.dynamodb.DynamoStackMemories;
import dev.flotsam.signature.similarity.SimilarClusters;
import dev.flotsam.triage.similar.SuggestMerges;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks up similar clusters among more and more of them. */
public final class SimilarBench {
    /** Numbers of clusters. */
    public static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);

    private static final long SEED = 7;
    private static final int WARM_UP = 200;
    private static final int LOOK_UPS = 300;
    private static final int SUGGESTED = 20;
    private static final int FRAMES = SuggestMerges.BOUNDS.frames();
    private static final double MILLIS = 1e6;

    private SimilarBench() {}

    /**
     * Prints a line of JSON for each number of clusters: means of a look-up. {@code own_ms} is the time outside the
     * database's client, {@code client_ms} the time in it, with DynamoDB Local on the same machine.
     */
    public static void run(List<Integer> sizes, PrintStream out) throws IOException {
        Logger log = Logger.getLogger("software.amazon.dynamodb");
        log.setLevel(Level.OFF); // It tells of every call.
        try (StoredIndex index = StoredIndex.start()) {
            for (int clusters : sizes) {
                DynamoStackMemories memories = index.load(clusters, new MadeUpStacks(SEED, clusters), FRAMES);
                MadeUpStacks asked = new MadeUpStacks(SEED, clusters);
                lookUp(memories, asked, WARM_UP);
                index.reads().reset();
                long begun = System.nanoTime();
                int found = lookUp(memories, asked, LOOK_UPS);
                out.println(line(clusters, found, System.nanoTime() - begun, index.reads()));
            }
        }
    }

    private static int lookUp(DynamoStackMemories memories, MadeUpStacks asked, int times) {
        int found = 0;
        for (int i = 0; i < times; i++) {
            SimilarClusters similar = new SimilarClusters(memories.of(StoredIndex.APP), SuggestMerges.BOUNDS);
            found += similar.like(asked.next(FRAMES), SUGGESTED).size();
        }
        return found;
    }

    private static String line(int clusters, int found, long nanos, Reads reads) {
        return String.format(
                Locale.ROOT,
                "{\"clusters\":%d,\"calls\":%.1f,\"items\":%.1f,\"found\":%.1f,\"own_ms\":%.3f,\"client_ms\":%.1f}",
                clusters,
                (double) reads.calls() / LOOK_UPS,
                (double) reads.items() / LOOK_UPS,
                (double) found / LOOK_UPS,
                (nanos - reads.nanos()) / MILLIS / LOOK_UPS,
                reads.nanos() / MILLIS / LOOK_UPS);
    }
}
