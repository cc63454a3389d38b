package dev.flotsam.memory.portrait.graph;

import java.util.Arrays;

/**
 * Dominators as a tree to walk downwards: children of a node, and of the virtual root. Depth-first walks keep a stack of
 * their own.
 */
public final class DominatorTree {
    private static final int NONE = -1;

    private final HeapAnalysis heap;
    private final int[] firstChild;
    private final int[] nextSibling;

    private DominatorTree(HeapAnalysis heap, int[] firstChild, int[] nextSibling) {
        this.heap = heap;
        this.firstChild = firstChild;
        this.nextSibling = nextSibling;
    }

    /** The tree of an analysed heap. */
    public static DominatorTree of(HeapAnalysis heap) {
        int nodes = heap.graph().nodes();
        int[] firstChild = new int[nodes + 1];
        int[] nextSibling = new int[nodes];
        Arrays.fill(firstChild, NONE);
        for (int node = nodes - 1; node >= 0; node--) {
            int slot = slot(heap.dominators().of(node), nodes);
            nextSibling[node] = firstChild[slot];
            firstChild[slot] = node;
        }
        return new DominatorTree(heap, firstChild, nextSibling);
    }

    private static int slot(int node, int nodes) {
        return node == Dominators.ROOT ? nodes : node;
    }

    /** The first child, −1 if there is none; {@link Dominators#ROOT} is the virtual root. */
    public int firstChild(int node) {
        return firstChild[slot(node, nextSibling.length)];
    }

    /** The next child of the same node, −1 if there is none. */
    public int nextSibling(int node) {
        return nextSibling[node];
    }

    /** The child that retains most, −1 if there is none. */
    public int heaviestChild(int node) {
        int heaviest = NONE;
        for (int child = firstChild(node); child != NONE; child = nextSibling(child)) {
            if (heaviest == NONE || heap.retained(child) > heap.retained(heaviest)) {
                heaviest = child;
            }
        }
        return heaviest;
    }

    /**
     * Bytes retained by class: of each class the nodes that no other node of the class dominates, so that nothing is
     * counted twice within a class. Other classes may retain the same bytes.
     */
    public long[] retainedByClass() {
        HeapGraph graph = heap.graph();
        long[] byClass = new long[graph.classes()];
        int[] above = new int[graph.classes()];
        int[] path = new int[graph.nodes() + 1];
        int depth = 0;
        path[0] = firstChild(Dominators.ROOT);
        boolean entering = true;
        while (depth >= 0) {
            int node = path[depth];
            if (node == NONE) {
                depth--;
                entering = false;
                continue;
            }
            int classNumber = graph.classOf(node);
            if (entering) {
                if (above[classNumber]++ == 0) {
                    byClass[classNumber] += heap.retained(node);
                }
                path[++depth] = firstChild(node);
            } else {
                above[classNumber]--;
                path[depth] = nextSibling[node];
                entering = true;
            }
        }
        return byClass;
    }
}
