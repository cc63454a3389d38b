package dev.flotsam.memory.portrait;

import dev.flotsam.memory.portrait.graph.HeapGraph;
import dev.flotsam.memory.portrait.graph.HeapGraphBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A portrait while it streams in, within its budget. */
final class PortraitDraft {
    private static final int MAX_FACTS = 64;

    private final PortraitBudget budget;
    private final HeapGraphBuilder graph = new HeapGraphBuilder();
    private final RegionTotals regions = new RegionTotals();
    private final Map<String, String> facts = new LinkedHashMap<>();

    PortraitDraft(PortraitBudget budget) {
        this.budget = budget;
    }

    void node(long address, String className, long size, Supplier<String> where) {
        graph.node(address, className, size);
        bound(graph.nodes(), budget.nodes(), "nodes", where);
        bound(graph.classes(), budget.classes(), "classes", where);
    }

    void edge(long from, long to, Supplier<String> where) {
        graph.edge(from, to);
        bound(graph.edges(), budget.edges(), "references", where);
        bound(graph.nodes(), budget.nodes(), "nodes", where);
    }

    void root(long address, Supplier<String> where) {
        graph.root(address);
        bound(graph.nodes(), budget.nodes(), "nodes", where);
    }

    void region(String tag, long bytes, long dirty, long swapped, Supplier<String> where) {
        regions.add(tag, bytes, dirty, swapped);
        bound(regions.regions(), budget.regions(), "regions", where);
    }

    void fact(String name, String value) {
        if (facts.size() < MAX_FACTS && !value.isEmpty()) {
            facts.put(name, value);
        }
    }

    private static void bound(int count, int most, String what, Supplier<String> where) {
        if (count > most) {
            throw new MalformedPortrait("too-large", where.get(), "more than " + most + " " + what);
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
