package dev.flotsam.memory.portrait.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Retention cycles: knots of nodes that hold one another, the heaviest first, each with one short cycle to look at. */
public final class Knots {
    private Knots() {}

    /**
     * One knot.
     *
     * @param nodes how many nodes it has
     * @param bytes their own sizes together
     * @param cycle one shortest cycle through its heaviest node, that node first
     */
    public record Knot(int nodes, long bytes, List<Integer> cycle) {
        public Knot {
            cycle = List.copyOf(cycle);
        }
    }

    /** The heaviest knots of more than one node, or of one node that refers to itself. */
    public static List<Knot> heaviest(HeapAnalysis heap, int most) {
        HeapGraph graph = heap.graph();
        Components components = heap.components();
        long[] bytes = new long[components.count()];
        int[] heaviestNode = new int[components.count()];
        Arrays.fill(heaviestNode, -1);
        for (int node = 0; node < graph.nodes(); node++) {
            int component = components.of(node);
            bytes[component] += graph.size(node);
            int best = heaviestNode[component];
            if (best < 0 || heap.retained(node) > heap.retained(best)) {
                heaviestNode[component] = node;
            }
        }
        PriorityQueue<Integer> kept =
                new PriorityQueue<>(Comparator.comparing((Integer component) -> bytes[component]));
        for (int component = 0; component < components.count(); component++) {
            if (components.size(component) > 1 || refersToItself(graph, heaviestNode[component])) {
                kept.add(component);
                if (kept.size() > most) {
                    kept.poll();
                }
            }
        }
        int[] before = new int[graph.nodes()];
        Arrays.fill(before, -1);
        int[] queue = new int[graph.nodes()];
        return kept.stream()
                .sorted(Comparator.comparing((Integer component) -> bytes[component])
                        .reversed())
                .map(component -> new Knot(
                        components.size(component),
                        bytes[component],
                        cycle(graph, components, heaviestNode[component], before, queue)))
                .toList();
    }

    private static boolean refersToItself(HeapGraph graph, int node) {
        for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
            if (graph.target(edge) == node) {
                return true;
            }
        }
        return false;
    }

    /** Breadth-first within the component until the start is met again. */
    private static List<Integer> cycle(HeapGraph graph, Components components, int start, int[] before, int[] queue) {
        int tail = 0;
        queue[tail++] = start;
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                int target = graph.target(edge);
                if (target == start) {
                    return walkedBack(start, node, before);
                }
                if (components.of(target) == components.of(start) && before[target] < 0) {
                    before[target] = node;
                    queue[tail++] = target;
                }
            }
        }
        throw new IllegalStateException("a component of several nodes has a cycle through each of them");
    }

    private static List<Integer> walkedBack(int start, int last, int[] before) {
        List<Integer> cycle = new ArrayList<>();
        for (int node = last; node != start; node = before[node]) {
            cycle.add(node);
        }
        cycle.add(start);
        return cycle.reversed();
    }
}
