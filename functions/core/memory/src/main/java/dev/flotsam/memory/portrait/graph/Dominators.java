package dev.flotsam.memory.portrait.graph;

import java.util.Arrays;

/**
 * Who keeps whom: node d dominates node n when every path from the roots to n goes through d, so that freeing d frees n.
 *
 * <p>Lengauer and Tarjan 1979, the simple version with path compression: O(m log n) in the worst case, which a hostile
 * graph can't exceed (semi-NCA's last step can be made quadratic). All roots hang on one virtual root. Nodes are worked on
 * by their depth-first number, 0 being the virtual root, so that the arrays are read mostly forwards.
 */
public final class Dominators {
    /** The immediate dominator of a node that only the virtual root dominates. */
    public static final int ROOT = -1;

    private final int[] nodeAt;
    private final int[] dominatorAt;
    private final int[] numberOf;

    private Dominators(int[] nodeAt, int[] dominatorAt, int[] numberOf) {
        this.nodeAt = nodeAt;
        this.dominatorAt = dominatorAt;
        this.numberOf = numberOf;
    }

    /** Nodes reached from the entries. */
    public int reached() {
        return nodeAt.length - 1;
    }

    /** A node's immediate dominator, {@link #ROOT} if it has none. */
    public int of(int node) {
        int number = numberOf[node];
        return number == 0 ? ROOT : nodeAt[dominatorAt[number]];
    }

    /** Bytes that would be free with each node: its own size and that of all it dominates. */
    public long[] retained(HeapGraph graph) {
        long[] retained = new long[graph.nodes()];
        for (int number = nodeAt.length - 1; number > 0; number--) {
            int node = nodeAt[number];
            retained[node] += graph.size(node);
            int dominator = nodeAt[dominatorAt[number]];
            if (dominator != ROOT) {
                retained[dominator] += retained[node];
            }
        }
        return retained;
    }

    /** Dominators of everything that is reached from the entries. */
    static Dominators of(HeapGraph graph, int[] entries) {
        Search search = new Search(graph, entries);
        search.number();
        search.collectReferrers();
        search.dominate();
        return new Dominators(Arrays.copyOf(search.nodeAt, search.count), search.dominator, search.numberOf);
    }

    private static final class Search {
        private final HeapGraph graph;
        private final int[] entries;
        private final int[] numberOf;
        private final int[] nodeAt;
        private final int[] parent;
        private int count;

        private int[] firstReferrer;
        private int[] referrers;

        private int[] semi;
        private int[] label;
        private int[] ancestor;
        private int[] dominator;
        private int[] path;

        Search(HeapGraph graph, int[] entries) {
            this.graph = graph;
            this.entries = entries;
            numberOf = new int[graph.nodes()];
            nodeAt = new int[graph.nodes() + 1];
            parent = new int[graph.nodes() + 1];
        }

        /** Depth-first numbers from 1; the virtual root is 0, and 0 is also the number of what isn't reached. */
        void number() {
            nodeAt[0] = ROOT;
            count = 1;
            int[] cursor = new int[graph.nodes()];
            int[] stack = new int[graph.nodes() + 1];
            for (int entry : entries) {
                if (numberOf[entry] != 0) {
                    continue;
                }
                int depth = 0;
                stack[0] = visit(entry, 0, cursor);
                while (depth >= 0) {
                    int node = stack[depth];
                    if (cursor[node] == graph.first(node + 1)) {
                        depth--;
                        continue;
                    }
                    int target = graph.target(cursor[node]++);
                    if (numberOf[target] == 0) {
                        stack[++depth] = visit(target, numberOf[node], cursor);
                    }
                }
            }
        }

        private int visit(int node, int parentNumber, int[] cursor) {
            numberOf[node] = count;
            nodeAt[count] = node;
            parent[count++] = parentNumber;
            cursor[node] = graph.first(node);
            return node;
        }

        /** The reverse graph in depth-first numbers; the virtual root refers to every entry. */
        void collectReferrers() {
            firstReferrer = new int[count + 1];
            for (int number = 1; number < count; number++) {
                int node = nodeAt[number];
                for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                    firstReferrer[numberOf[graph.target(edge)] + 1]++;
                }
            }
            for (int entry : entries) {
                firstReferrer[numberOf[entry] + 1]++;
            }
            for (int number = 0; number < count; number++) {
                firstReferrer[number + 1] += firstReferrer[number];
            }
            referrers = new int[firstReferrer[count]];
            int[] cursor = Arrays.copyOf(firstReferrer, count);
            for (int entry : entries) {
                referrers[cursor[numberOf[entry]]++] = 0;
            }
            for (int number = 1; number < count; number++) {
                int node = nodeAt[number];
                for (int edge = graph.first(node); edge < graph.first(node + 1); edge++) {
                    referrers[cursor[numberOf[graph.target(edge)]]++] = number;
                }
            }
        }

        void dominate() {
            semi = identity();
            label = identity();
            ancestor = new int[count];
            Arrays.fill(ancestor, -1);
            dominator = new int[count];
            path = new int[count];
            int[] bucket = new int[count];
            int[] next = new int[count];
            Arrays.fill(bucket, -1);
            for (int number = count - 1; number > 0; number--) {
                for (int i = firstReferrer[number]; i < firstReferrer[number + 1]; i++) {
                    semi[number] = Math.min(semi[number], semi[evaluate(referrers[i])]);
                }
                next[number] = bucket[semi[number]];
                bucket[semi[number]] = number;
                ancestor[number] = parent[number];
                for (int waiting = bucket[parent[number]]; waiting >= 0; waiting = next[waiting]) {
                    int best = evaluate(waiting);
                    dominator[waiting] = semi[best] < semi[waiting] ? best : parent[number];
                }
                bucket[parent[number]] = -1;
            }
            for (int number = 1; number < count; number++) {
                if (dominator[number] != semi[number]) {
                    dominator[number] = dominator[dominator[number]];
                }
            }
        }

        private int[] identity() {
            int[] numbers = new int[count];
            for (int number = 0; number < count; number++) {
                numbers[number] = number;
            }
            return numbers;
        }

        /** The number of least semidominator on the forest path above; compresses that path, without recursion. */
        private int evaluate(int number) {
            if (ancestor[number] < 0) {
                return number;
            }
            int depth = 0;
            int top = number;
            while (ancestor[ancestor[top]] >= 0) {
                path[depth++] = top;
                top = ancestor[top];
            }
            while (depth > 0) {
                int low = path[--depth];
                int above = ancestor[low];
                if (semi[label[above]] < semi[label[low]]) {
                    label[low] = label[above];
                }
                ancestor[low] = ancestor[above];
            }
            return label[number];
        }
    }
}
