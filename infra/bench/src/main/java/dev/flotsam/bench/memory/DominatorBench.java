package dev.flotsam.bench.memory;

import dev.flotsam.memory.portrait.graph.HeapAnalysis;
import dev.flotsam.memory.portrait.graph.HeapGraph;
import dev.flotsam.memory.portrait.graph.HeapGraphBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Dominators, retained sizes, components and shortest paths of one million nodes and three million references.
 *
 * <p>Run on one core with the memory it may take: {@code taskset -c 0 java -Xmx600m -XX:+UseSerialGC -cp …
 * dev.flotsam.bench.memory.DominatorBench}. It prints one JSON line a run; the first one is cold.
 */
public final class DominatorBench {
    private static final int NODES = 1_000_000;
    private static final int EDGES = 3_000_000;
    private static final int RUNS = 5;

    private DominatorBench() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            HeapGraph graph = heap(new Random(run));
            long built = System.nanoTime();
            HeapAnalysis analysis = HeapAnalysis.of(graph);
            long done = System.nanoTime();
            seconds[run] = (done - built) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "{\"bench\":\"dominators\",\"nodes\":%d,\"edges\":%d,\"build_seconds\":%.2f,\"analysis_seconds\":%.2f,"
                            + "\"reached\":%d,\"used_mb\":%d,\"max_mb\":%d}%n",
                    graph.nodes(),
                    graph.edges(),
                    (built - start) / 1e9,
                    seconds[run],
                    analysis.dominators().reached(),
                    usedMegabytes(),
                    Runtime.getRuntime().maxMemory() >> 20);
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"dominators\",\"median_seconds\":%.2f,\"worst_seconds\":%.2f}%n",
                seconds[RUNS / 2],
                seconds[RUNS - 1]);
    }

    private static long usedMegabytes() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    /** A heap's shape: every node is held by an earlier one, and two thirds of the references go anywhere. */
    private static HeapGraph heap(Random random) {
        HeapGraphBuilder builder = new HeapGraphBuilder();
        for (int node = 0; node < NODES; node++) {
            builder.node(address(node), "Class" + random.nextInt(500), 16 + random.nextInt(512));
        }
        for (int node = 1; node < NODES; node++) {
            builder.edge(address(random.nextInt(node)), address(node));
        }
        for (int edge = NODES - 1; edge < EDGES; edge++) {
            builder.edge(address(random.nextInt(NODES)), address(random.nextInt(NODES)));
        }
        builder.root(address(0));
        return builder.build();
    }

    private static long address(int node) {
        return 0x1_0000_0000L + node * 48L;
    }
}
