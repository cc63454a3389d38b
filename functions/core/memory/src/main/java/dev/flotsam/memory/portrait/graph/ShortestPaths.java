package dev.flotsam.memory.portrait.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shortest paths from the entries to every node, by one breadth-first search. */
public final class ShortestPaths {
    private static final int NOT_REACHED = -2;
    private static final int ENTRY = -1;

    private final int[] before;

    private ShortestPaths(int[] before) {
        this.before = before;
    }

    static ShortestPaths of(HeapGraph graph, int[] entries) {
        int[] before = new int[graph.nodes()];
        Arrays.fill(before, NOT_REACHED);
        int[] queue = new int[graph.nodes()];
        int tail = 0;
        for (int entry : entries) {
            if (before[entry] == NOT_REACHED) {
                before[entry] = ENTRY;
                queue[tail++] = entry;
            }
        }
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                int target = graph.target(edge);
                if (before[target] == NOT_REACHED) {
                    before[target] = node;
                    queue[tail++] = target;
                }
            }
        }
        return new ShortestPaths(before);
    }

    /**
     * The path in reverse: the node first, then who refers to it, step by step, the entry last; empty if it isn't
     * reached.
     *
     * @param most how many steps at most
     */
    public List<Integer> backwards(int node, int most) {
        List<Integer> path = new ArrayList<>();
        for (int step = node; step >= 0 && before[step] != NOT_REACHED && path.size() < most; step = before[step]) {
            path.add(step);
        }
        return path;
    }
}
