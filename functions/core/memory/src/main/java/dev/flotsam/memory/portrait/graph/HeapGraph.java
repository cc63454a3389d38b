package dev.flotsam.memory.portrait.graph;

import java.util.List;

/**
 * Heap nodes and who refers to whom, in primitive arrays: a node is its number from 0. Immutable once built.
 *
 * <p>The references of node n are {@code to[from[n]] … to[from[n + 1] - 1]}: compressed sparse rows.
 */
public final class HeapGraph {
    private final long[] addresses;
    private final long[] sizes;
    private final int[] classes;
    private final List<String> classNames;
    private final int[] first;
    private final int[] targets;
    private final int[] roots;

    HeapGraph(
            long[] addresses,
            long[] sizes,
            int[] classes,
            List<String> classNames,
            int[] first,
            int[] targets,
            int[] roots) {
        this.addresses = addresses;
        this.sizes = sizes;
        this.classes = classes;
        this.classNames = List.copyOf(classNames);
        this.first = first;
        this.targets = targets;
        this.roots = roots;
    }

    /** Number of nodes. */
    public int nodes() {
        return sizes.length;
    }

    /** Number of references. */
    public int edges() {
        return targets.length;
    }

    /** A node's address in the process. */
    public long address(int node) {
        return addresses[node];
    }

    /** A node's own size in bytes. */
    public long size(int node) {
        return sizes[node];
    }

    /** The number of a node's class. */
    public int classOf(int node) {
        return classes[node];
    }

    /** Number of classes. */
    public int classes() {
        return classNames.size();
    }

    /** A class's name by its number. */
    public String className(int classNumber) {
        return classNames.get(classNumber);
    }

    /** A node's class by name. */
    public String classNameOf(int node) {
        return classNames.get(classes[node]);
    }

    /** Where a node's references begin; {@code first(nodes())} is {@link #edges()}. */
    int first(int node) {
        return first[node];
    }

    /** The node that a reference points to. */
    int target(int edge) {
        return targets[edge];
    }

    /** Nodes that the portrait names as roots; empty if it names none. */
    int[] roots() {
        return roots.clone();
    }

    /** Bytes of all nodes. */
    public long bytes() {
        long sum = 0;
        for (long size : sizes) {
            sum += size;
        }
        return sum;
    }
}
