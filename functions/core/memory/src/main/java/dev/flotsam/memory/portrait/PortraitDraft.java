package dev.flotsam.memory.portrait;

import dev.flotsam.memory.portrait.graph.HeapGraph;
import dev.flotsam.memory.portrait.graph.HeapGraphBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A portrait while it streams in, within its limits. */
final class PortraitDraft {
    private static final int MAX_FACTS = 64;

    private final HeapGraphBuilder graph = new HeapGraphBuilder();
    private final RegionTotals regions = new RegionTotals();
    private final Map<String, String> facts = new LinkedHashMap<>();

    void node(long address, String className, long size, Supplier<String> where) {
        graph.node(address, className, size);
        bound(graph.nodes() <= PortraitLimits.MAX_NODES, where, "more than " + PortraitLimits.MAX_NODES + " nodes");
        bound(
                graph.classes() <= PortraitLimits.MAX_CLASSES,
                where,
                "more than " + PortraitLimits.MAX_CLASSES + " classes");
    }

    void edge(long from, long to, Supplier<String> where) {
        graph.edge(from, to);
        bound(
                graph.edges() <= PortraitLimits.MAX_EDGES,
                where,
                "more than " + PortraitLimits.MAX_EDGES + " references");
        bound(graph.nodes() <= PortraitLimits.MAX_NODES, where, "more than " + PortraitLimits.MAX_NODES + " nodes");
    }

    void root(long address, Supplier<String> where) {
        graph.root(address);
        bound(graph.nodes() <= PortraitLimits.MAX_NODES, where, "more than " + PortraitLimits.MAX_NODES + " nodes");
    }

    void region(String tag, long bytes, long dirty, long swapped, Supplier<String> where) {
        regions.add(tag, bytes, dirty, swapped);
        bound(
                regions.regions() <= PortraitLimits.MAX_REGIONS,
                where,
                "more than " + PortraitLimits.MAX_REGIONS + " regions");
    }

    void fact(String name, String value) {
        if (facts.size() < MAX_FACTS && !value.isEmpty()) {
            facts.put(name, value);
        }
    }

    private static void bound(boolean holds, Supplier<String> where, String message) {
        if (!holds) {
            throw new MalformedPortrait("too-large", where.get(), message);
        }
    }

    boolean isEmpty() {
        return graph.nodes() == 0 && regions.regions() == 0;
    }

    Portrait portrait() {
        HeapGraph built = graph.build();
        return new Portrait(facts, built, graph.dangling(), regions.totals());
    }
}
