package dev.flotsam.memory.portrait;

import dev.flotsam.memory.portrait.PortraitReport.ClassTree;
import dev.flotsam.memory.portrait.graph.DominatorTree;
import dev.flotsam.memory.portrait.graph.Dominators;
import dev.flotsam.memory.portrait.graph.HeapAnalysis;
import dev.flotsam.memory.portrait.graph.HeapGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dominator tree folded by class, so that a picture can show it: a million nodes become some hundred boxes. Boxes
 * below one percent of the heap are left out.
 */
final class ClassTreeBuilder {
    static final int MOST_BOXES = 400;
    static final int DEEPEST = 24;
    private static final double SMALLEST_SHARE = 0.01;

    private final HeapAnalysis heap;
    private final DominatorTree tree;
    private final HeapGraph graph;
    private final long smallest;
    private int boxes;

    ClassTreeBuilder(HeapAnalysis heap, DominatorTree tree) {
        this.heap = heap;
        this.tree = tree;
        this.graph = heap.graph();
        this.smallest = Math.max(1, Math.round(graph.bytes() * SMALLEST_SHARE));
    }

    ClassTree build() {
        return box("(heap)", new int[] {Dominators.ROOT}, 1, 0);
    }

    /** Nodes of one class below the same parents. */
    private static final class Group {
        private int[] nodes = new int[8];
        private int count;
        private long retained;

        void add(int node, long bytes) {
            if (count == nodes.length) {
                nodes = Arrays.copyOf(nodes, count * 2);
            }
            nodes[count++] = node;
            retained += bytes;
        }
    }

    /** Recursion is as deep as {@link #DEEPEST}, never as deep as the heap. */
    private ClassTree box(String className, int[] nodes, int count, int depth) {
        long size = 0;
        long retained = 0;
        Map<Integer, Group> groups = new HashMap<>();
        for (int i = 0; i < count; i++) {
            size += nodes[i] == Dominators.ROOT ? 0 : graph.size(nodes[i]);
            retained += nodes[i] == Dominators.ROOT ? graph.bytes() : heap.retained(nodes[i]);
            for (int child = tree.firstChild(nodes[i]); child >= 0; child = tree.nextSibling(child)) {
                groups.computeIfAbsent(graph.classOf(child), number -> new Group())
                        .add(child, heap.retained(child));
            }
        }
        boolean isRoot = className.equals("(heap)") && depth == 0;
        return new ClassTree(className, isRoot ? graph.nodes() : count, size, retained, children(groups, depth));
    }

    private List<ClassTree> children(Map<Integer, Group> groups, int depth) {
        List<ClassTree> children = new ArrayList<>();
        if (depth == DEEPEST) {
            return children;
        }
        List<Map.Entry<Integer, Group>> largest = groups.entrySet().stream()
                .filter(entry -> entry.getValue().retained >= smallest)
                .sorted(Comparator.comparing((Map.Entry<Integer, Group> entry) -> entry.getValue().retained)
                        .reversed()
                        .thenComparing(entry -> graph.className(entry.getKey())))
                .toList();
        for (Map.Entry<Integer, Group> entry : largest) {
            if (boxes == MOST_BOXES) {
                break;
            }
            boxes++;
            Group group = entry.getValue();
            children.add(box(graph.className(entry.getKey()), group.nodes, group.count, depth + 1));
        }
        return children;
    }
}
