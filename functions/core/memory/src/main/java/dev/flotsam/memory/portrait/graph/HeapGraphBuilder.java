package dev.flotsam.memory.portrait.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects nodes and references in any order: a reference may name an address before its node comes. What is referred to
 * and never comes is no node, and its references are dropped and counted.
 */
public final class HeapGraphBuilder {
    private static final int NO_CLASS = -1;

    private final AddressIndex index = new AddressIndex();
    private final Map<String, Integer> classNumbers = new HashMap<>();
    private final List<String> classNames = new ArrayList<>();
    private long[] addresses = new long[1 << 10];
    private long[] sizes = new long[1 << 10];
    private int[] classes = new int[1 << 10];
    private int[] from = new int[1 << 10];
    private int[] to = new int[1 << 10];
    private int[] roots = new int[16];
    private int edgeCount;
    private int rootCount;
    private int defined;
    private int dangling;

    /** Adds a node; the same address again changes it. */
    public void node(long address, String className, long size) {
        int node = intern(address);
        if (classes[node] == NO_CLASS) {
            defined++;
        }
        classes[node] = classNumbers.computeIfAbsent(className, name -> {
            classNames.add(name);
            return classNames.size() - 1;
        });
        sizes[node] = size;
    }

    /** Adds a reference. */
    public void edge(long fromAddress, long toAddress) {
        if (edgeCount == from.length) {
            from = Arrays.copyOf(from, edgeCount + (edgeCount >> 1));
            to = Arrays.copyOf(to, from.length);
        }
        from[edgeCount] = intern(fromAddress);
        to[edgeCount++] = intern(toAddress);
    }

    /** Names a root. */
    public void root(long address) {
        if (rootCount == roots.length) {
            roots = Arrays.copyOf(roots, rootCount * 2);
        }
        roots[rootCount++] = intern(address);
    }

    /** Nodes so far, those only referred to included. */
    public int nodes() {
        return index.size();
    }

    /** References so far. */
    public int edges() {
        return edgeCount;
    }

    /** Classes so far. */
    public int classes() {
        return classNames.size();
    }

    /** References that were dropped by {@link #build} because one end is no node. */
    public int dangling() {
        return dangling;
    }

    private int intern(long address) {
        int before = index.size();
        int node = index.intern(address);
        if (node == before) {
            if (node == addresses.length) {
                addresses = Arrays.copyOf(addresses, node + (node >> 1));
                sizes = Arrays.copyOf(sizes, addresses.length);
                classes = Arrays.copyOf(classes, addresses.length);
            }
            addresses[node] = address;
            classes[node] = NO_CLASS;
        }
        return node;
    }

    /** The graph; the builder is used up. */
    public HeapGraph build() {
        int[] renumbered = renumber();
        int kept = 0;
        int[] first = new int[defined + 1];
        for (int edge = 0; edge < edgeCount; edge++) {
            int source = renumbered[from[edge]];
            int target = renumbered[to[edge]];
            if (source < 0 || target < 0) {
                dangling++;
                continue;
            }
            from[kept] = source;
            to[kept++] = target;
            first[source + 1]++;
        }
        for (int node = 0; node < defined; node++) {
            first[node + 1] += first[node];
        }
        int[] targets = fill(first, kept);
        return new HeapGraph(
                Arrays.copyOf(addresses, defined),
                Arrays.copyOf(sizes, defined),
                Arrays.copyOf(classes, defined),
                classNames,
                first,
                targets,
                rootsOf(renumbered));
    }

    /** Moves defined nodes to the front; the result maps old numbers to new ones, −1 for what is no node. */
    private int[] renumber() {
        int[] renumbered = new int[index.size()];
        int next = 0;
        for (int node = 0; node < renumbered.length; node++) {
            if (classes[node] == NO_CLASS) {
                renumbered[node] = -1;
                continue;
            }
            addresses[next] = addresses[node];
            sizes[next] = sizes[node];
            classes[next] = classes[node];
            renumbered[node] = next++;
        }
        return renumbered;
    }

    private int[] fill(int[] first, int kept) {
        int[] cursor = Arrays.copyOf(first, first.length);
        int[] targets = new int[kept];
        for (int edge = 0; edge < kept; edge++) {
            targets[cursor[from[edge]]++] = to[edge];
        }
        from = new int[0];
        to = new int[0];
        return targets;
    }

    private int[] rootsOf(int[] renumbered) {
        return Arrays.stream(roots, 0, rootCount)
                .map(root -> renumbered[root])
                .filter(root -> root >= 0)
                .distinct()
                .sorted()
                .toArray();
    }
}
