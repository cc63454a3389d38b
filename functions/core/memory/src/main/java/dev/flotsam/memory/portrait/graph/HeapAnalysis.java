package dev.flotsam.memory.portrait.graph;

/** Everything computed once over a heap graph: components, entries, dominators, retained sizes, shortest paths. */
public final class HeapAnalysis {
    private final HeapGraph graph;
    private final Components components;
    private final Roots roots;
    private final Dominators dominators;
    private final long[] retained;
    private final ShortestPaths paths;

    private HeapAnalysis(HeapGraph graph) {
        this.graph = graph;
        components = Components.of(graph);
        roots = Roots.of(graph, components);
        dominators = Dominators.of(graph, roots.entries());
        retained = dominators.retained(graph);
        paths = ShortestPaths.of(graph, roots.entries());
    }

    /** Analyses a graph: O(m log n) time, memory linear in nodes and references. */
    public static HeapAnalysis of(HeapGraph graph) {
        return new HeapAnalysis(graph);
    }

    /** The graph. */
    public HeapGraph graph() {
        return graph;
    }

    Components components() {
        return components;
    }

    /** Who keeps whom. */
    public Dominators dominators() {
        return dominators;
    }

    /** Bytes that would be free with a node. */
    public long retained(int node) {
        return retained[node];
    }

    /** Shortest paths from the entries. */
    public ShortestPaths paths() {
        return paths;
    }

    /** Number of roots that are real: named, or nodes nobody refers to. */
    public int namedRoots() {
        return roots.named();
    }

    /** Number of knots that no root reaches: leaks. */
    public int leakedKnots() {
        return roots.entries().length - roots.named();
    }

    /** Bytes that no root reaches. */
    public long leakedBytes() {
        long sum = 0;
        int[] entries = roots.entries();
        for (int i = roots.named(); i < entries.length; i++) {
            sum += retained[entries[i]];
        }
        return sum;
    }
}
