package dev.flotsam.memory.portrait.graph;

import java.util.Arrays;

/**
 * From where everything is reached: the roots that the portrait names, and for what they don't reach one entry a knot.
 *
 * <p>A portrait that names no roots begins at the nodes nobody refers to. What is left over then is held only by itself:
 * a leak. Each such knot (a strongly connected component without references from outside) is entered at its lowest node.
 */
final class Roots {
    private final int[] entries;
    private final int named;

    private Roots(int[] entries, int named) {
        this.entries = entries;
        this.named = named;
    }

    /** Nodes to start from: real roots first, then entries of leaked knots. Not to be changed. */
    int[] entries() {
        return entries;
    }

    /** How many of the entries are real roots. */
    int named() {
        return named;
    }

    static Roots of(HeapGraph graph, Components components) {
        int[] referrers = new int[graph.nodes()];
        for (int edge = 0; edge < graph.edges(); edge++) {
            referrers[graph.target(edge)]++;
        }
        int[] named = graph.roots();
        int[] entries = named.length > 0 ? named : withoutReferrers(referrers);
        int count = entries.length;
        boolean[] reached = new boolean[graph.nodes()];
        int[] queue = new int[graph.nodes()];
        reach(graph, entries, count, reached, queue);
        // Components are numbered targets first: from the last one on, a knot comes before what hangs on it.
        for (int component = components.count() - 1; component >= 0; component--) {
            int entry = components.lowest(component);
            if (!reached[entry]) {
                entries = count == entries.length ? Arrays.copyOf(entries, Math.max(16, count * 2)) : entries;
                entries[count++] = entry;
                reach(graph, new int[] {entry}, 1, reached, queue);
            }
        }
        return new Roots(Arrays.copyOf(entries, count), named.length > 0 ? named.length : countOf(referrers));
    }

    private static int countOf(int[] referrers) {
        int count = 0;
        for (int referrer : referrers) {
            count += referrer == 0 ? 1 : 0;
        }
        return count;
    }

    private static int[] withoutReferrers(int[] referrers) {
        int[] found = new int[countOf(referrers)];
        int next = 0;
        for (int node = 0; node < referrers.length; node++) {
            if (referrers[node] == 0) {
                found[next++] = node;
            }
        }
        return found;
    }

    private static void reach(HeapGraph graph, int[] entries, int count, boolean[] reached, int[] queue) {
        int tail = 0;
        for (int i = 0; i < count; i++) {
            if (!reached[entries[i]]) {
                reached[entries[i]] = true;
                queue[tail++] = entries[i];
            }
        }
        for (int head = 0; head < tail; head++) {
            int node = queue[head];
            for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                int target = graph.target(edge);
                if (!reached[target]) {
                    reached[target] = true;
                    queue[tail++] = target;
                }
            }
        }
    }
}
