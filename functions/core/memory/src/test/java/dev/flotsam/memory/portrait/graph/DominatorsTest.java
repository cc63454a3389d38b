package dev.flotsam.memory.portrait.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DominatorsTest {

    /** What a dominator is, by its definition: without it the node isn't reached. */
    private static final class Naive {
        private final List<List<Integer>> targets = new ArrayList<>();
        private final int[] entries;

        Naive(HeapGraph graph, int[] entries) {
            this.entries = entries;
            for (int node = 0; node < graph.nodes(); node++) {
                targets.add(IntStream.range(graph.first(node), graph.first(node + 1))
                        .map(graph::target)
                        .boxed()
                        .toList());
            }
        }

        BitSet reachedWithout(int removed) {
            BitSet reached = new BitSet();
            List<Integer> stack = new ArrayList<>();
            for (int entry : entries) {
                stack.add(entry);
            }
            while (!stack.isEmpty()) {
                int node = stack.removeLast();
                if (node != removed && !reached.get(node)) {
                    reached.set(node);
                    stack.addAll(targets.get(node));
                }
            }
            return reached;
        }

        /** The strict dominator that all others of the node dominate: the one with most dominators of its own. */
        int immediate(int node) {
            int best = Dominators.ROOT;
            int most = -1;
            for (int candidate = 0; candidate < targets.size(); candidate++) {
                if (candidate != node && !reachedWithout(candidate).get(node)) {
                    int count = dominatorsOf(candidate);
                    if (count > most) {
                        most = count;
                        best = candidate;
                    }
                }
            }
            return best;
        }

        private int dominatorsOf(int node) {
            int count = 0;
            for (int other = 0; other < targets.size(); other++) {
                if (other != node && !reachedWithout(other).get(node)) {
                    count++;
                }
            }
            return count;
        }

        long retained(HeapGraph graph, int node) {
            BitSet kept = reachedWithout(-1);
            kept.andNot(reachedWithout(node));
            return kept.stream().mapToLong(graph::size).sum();
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 1000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equalsTheDefinitionOnARandomGraph(int seed) {
        Random random = new Random(seed);
        HeapGraph graph = random(random, 2 + random.nextInt(14));
        HeapAnalysis heap = HeapAnalysis.of(graph);
        int[] entries = Roots.of(graph, heap.components()).entries();
        Naive naive = new Naive(graph, entries);
        assertThat(heap.dominators().reached()).isEqualTo(graph.nodes());
        for (int node = 0; node < graph.nodes(); node++) {
            assertThat(heap.dominators().of(node)).as("dominator of %d", node).isEqualTo(naive.immediate(node));
            assertThat(heap.retained(node)).as("retained by %d", node).isEqualTo(naive.retained(graph, node));
        }
    }

    private static HeapGraph random(Random random, int nodes) {
        HeapGraphBuilder builder = new HeapGraphBuilder();
        for (int node = 0; node < nodes; node++) {
            builder.node(node, "C" + node % 3, 1 + random.nextInt(100));
        }
        int edges = random.nextInt(3 * nodes);
        for (int edge = 0; edge < edges; edge++) {
            builder.edge(random.nextInt(nodes), random.nextInt(nodes));
        }
        for (int root = random.nextInt(3); root > 0; root--) {
            builder.root(random.nextInt(nodes));
        }
        return builder.build();
    }

    @Test
    void aChainOfAMillionNodesNeedsNoDeepStack() {
        HeapGraphBuilder builder = new HeapGraphBuilder();
        int nodes = 1_000_000;
        for (int node = 0; node < nodes; node++) {
            builder.node(node, "Link", 1);
            builder.edge(node, node + 1L);
        }
        HeapAnalysis heap = HeapAnalysis.of(builder.build());
        assertThat(heap.retained(0)).isEqualTo(nodes);
        assertThat(heap.dominators().of(nodes - 1)).isEqualTo(nodes - 2);
        assertThat(DominatorTree.of(heap).retainedByClass()).containsExactly(nodes);
    }

    @Test
    void oneRingOfAMillionNodesIsOneLeakedKnot() {
        HeapGraphBuilder builder = new HeapGraphBuilder();
        int nodes = 1_000_000;
        for (int node = 0; node < nodes; node++) {
            builder.node(node, "Link", 1);
            builder.edge(node, (node + 1L) % nodes);
        }
        HeapAnalysis heap = HeapAnalysis.of(builder.build());
        assertThat(heap.leakedKnots()).isOne();
        assertThat(heap.leakedBytes()).isEqualTo(nodes);
        assertThat(Knots.heaviest(heap, 1))
                .singleElement()
                .satisfies(knot -> assertThat(knot.cycle()).hasSize(nodes));
    }

    @Test
    void referencesToWhatIsNoNodeAreDroppedAndCounted() {
        HeapGraphBuilder builder = new HeapGraphBuilder();
        builder.edge(1, 2);
        builder.node(2, "A", 5);
        HeapGraph graph = builder.build();
        assertThat(graph.nodes()).isOne();
        assertThat(graph.edges()).isZero();
        assertThat(builder.dangling()).isOne();
    }

    @Test
    void retainedBytesOfAClassAreCountedOnceWhereItsNodesKeepOneAnother() {
        HeapGraphBuilder builder = new HeapGraphBuilder();
        builder.node(1, "View", 10);
        builder.node(2, "View", 20);
        builder.node(3, "Image", 70);
        builder.edge(1, 2);
        builder.edge(2, 3);
        HeapAnalysis heap = HeapAnalysis.of(builder.build());
        assertThat(DominatorTree.of(heap).retainedByClass()).containsExactly(100, 70);
    }

    @Test
    void addressesThatCollideAreRefused() {
        // Multiplying by the inverse of the mixing constant gives addresses whose mixed upper half is equal.
        long inverse = inverseOf(0x9E37_79B9_7F4A_7C15L);
        HeapGraphBuilder builder = new HeapGraphBuilder();
        assertThatThrownBy(() -> {
                    for (long low = 0; low < 3L * AddressIndex.MAX_PROBES; low++) {
                        long mixed = low * inverse;
                        builder.node(unmixed(mixed), "A", 1);
                    }
                })
                .isInstanceOf(HostileGraphException.class);
    }

    private static long inverseOf(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** Undoes x ^ (x >>> 29). */
    private static long unmixed(long value) {
        return value ^ (value >>> 29) ^ (value >>> 58);
    }
}
