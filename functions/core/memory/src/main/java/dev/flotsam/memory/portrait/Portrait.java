package dev.flotsam.memory.portrait;

import dev.flotsam.memory.portrait.graph.HeapGraph;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A memory portrait: what was in the heap, who refers to whom, and the VM regions.
 *
 * @param facts what the portrait says about itself (app, device, run, …), by name, in its order
 * @param graph heap nodes and references
 * @param dangling references to or from what is no node
 * @param regions VM regions by tag, dirty and swapped memory first
 */
public record Portrait(Map<String, String> facts, HeapGraph graph, int dangling, List<RegionTotal> regions) {
    public Portrait {
        Objects.requireNonNull(graph, "graph");
        regions = List.copyOf(regions);
    }

    /**
     * VM regions of one tag.
     *
     * @param tag user tag, such as "MALLOC_LARGE"
     * @param regions how many
     * @param bytes virtual size
     * @param dirty bytes written to and resident
     * @param swapped bytes compressed or swapped
     */
    public record RegionTotal(String tag, long regions, long bytes, long dirty, long swapped) {}
}
