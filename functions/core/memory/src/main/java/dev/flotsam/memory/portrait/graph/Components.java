package dev.flotsam.memory.portrait.graph;

/**
 * Strongly connected components (Tarjan 1972, on a stack of our own): nodes that hold one another. Numbered so that a
 * component comes before every component that refers to it.
 */
final class Components {
    private final int[] component;
    private final int[] lowest;
    private final int[] sizes;
    private int count;

    private Components(int nodes) {
        component = new int[nodes];
        lowest = new int[nodes];
        sizes = new int[nodes];
    }

    /** Number of components. */
    int count() {
        return count;
    }

    /** The component of a node. */
    int of(int node) {
        return component[node];
    }

    /** The lowest node of a component. */
    int lowest(int number) {
        return lowest[number];
    }

    /** Number of nodes in a component. */
    int size(int number) {
        return sizes[number];
    }

    static Components of(HeapGraph graph) {
        Components components = new Components(graph.nodes());
        new Search(graph, components).run();
        return components;
    }

    /** One depth-first search; {@code order} is 0 for what wasn't visited yet. */
    private static final class Search {
        private final HeapGraph graph;
        private final Components found;
        private final int[] order;
        private final int[] low;
        private final int[] cursor;
        private final int[] path;
        private final int[] open;
        private final boolean[] isOpen;
        private int openCount;
        private int visited;

        Search(HeapGraph graph, Components found) {
            int nodes = graph.nodes();
            this.graph = graph;
            this.found = found;
            order = new int[nodes];
            low = new int[nodes];
            cursor = new int[nodes];
            path = new int[nodes];
            open = new int[nodes];
            isOpen = new boolean[nodes];
        }

        void run() {
            for (int start = 0; start < order.length; start++) {
                if (order[start] == 0) {
                    searchFrom(start);
                }
            }
        }

        private void searchFrom(int start) {
            int depth = 0;
            enter(start);
            path[0] = start;
            while (depth >= 0) {
                int node = path[depth];
                if (cursor[node] < graph.first(node + 1)) {
                    int target = graph.target(cursor[node]++);
                    if (order[target] == 0) {
                        enter(target);
                        path[++depth] = target;
                    } else if (isOpen[target]) {
                        low[node] = Math.min(low[node], order[target]);
                    }
                } else {
                    depth--;
                    leave(node);
                    if (depth >= 0) {
                        low[path[depth]] = Math.min(low[path[depth]], low[node]);
                    }
                }
            }
        }

        private void enter(int node) {
            order[node] = ++visited;
            low[node] = visited;
            cursor[node] = graph.first(node);
            open[openCount++] = node;
            isOpen[node] = true;
        }

        private void leave(int node) {
            if (low[node] != order[node]) {
                return;
            }
            int number = found.count++;
            int lowest = node;
            int member;
            do {
                member = open[--openCount];
                isOpen[member] = false;
                found.component[member] = number;
                found.sizes[number]++;
                lowest = Math.min(lowest, member);
            } while (member != node);
            found.lowest[number] = lowest;
        }
    }
}
