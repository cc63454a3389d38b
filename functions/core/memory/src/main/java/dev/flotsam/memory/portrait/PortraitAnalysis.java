package dev.flotsam.memory.portrait;

import dev.flotsam.memory.portrait.PortraitReport.ClassTotal;
import dev.flotsam.memory.portrait.PortraitReport.Cycle;
import dev.flotsam.memory.portrait.PortraitReport.Retainer;
import dev.flotsam.memory.portrait.PortraitReport.Step;
import dev.flotsam.memory.portrait.graph.DominatorTree;
import dev.flotsam.memory.portrait.graph.Dominators;
import dev.flotsam.memory.portrait.graph.HeapAnalysis;
import dev.flotsam.memory.portrait.graph.HeapGraph;
import dev.flotsam.memory.portrait.graph.Knots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** A portrait becomes a {@link PortraitReport}: dominators, retained sizes, paths, cycles. */
public final class PortraitAnalysis {
    static final int MOST_RETAINERS = 20;
    static final int MOST_CLASSES = 25;
    static final int MOST_KNOTS = 10;
    static final int LONGEST_PATH = 40;

    /** The dominator path goes down while one child keeps at least this share of its parent. */
    private static final double FOLLOWED_SHARE = 0.5;

    private final Portrait portrait;
    private final HeapGraph graph;
    private final HeapAnalysis heap;
    private final DominatorTree tree;

    private PortraitAnalysis(Portrait portrait) {
        this.portrait = portrait;
        graph = portrait.graph();
        heap = HeapAnalysis.of(graph);
        tree = DominatorTree.of(heap);
    }

    /** Analyses a portrait. */
    public static PortraitReport of(Portrait portrait) {
        return new PortraitAnalysis(portrait).report();
    }

    private PortraitReport report() {
        return new PortraitReport(
                portrait.facts(),
                graph.nodes(),
                graph.edges(),
                portrait.dangling(),
                graph.bytes(),
                heap.namedRoots(),
                heap.leakedKnots(),
                heap.leakedBytes(),
                dominatorPath(),
                retainers(),
                classes(),
                Knots.heaviest(heap, MOST_KNOTS).stream()
                        .map(knot -> new Cycle(knot.nodes(), knot.bytes(), steps(shortened(knot.cycle()))))
                        .toList(),
                portrait.regions(),
                new ClassTreeBuilder(heap, tree).build());
    }

    private static List<Integer> shortened(List<Integer> nodes) {
        return nodes.subList(0, Math.min(LONGEST_PATH, nodes.size()));
    }

    private List<Step> dominatorPath() {
        List<Integer> path = new ArrayList<>();
        long above = graph.bytes();
        int node = tree.heaviestChild(Dominators.ROOT);
        while (node >= 0 && path.size() < LONGEST_PATH && isFollowed(node, above, path.isEmpty())) {
            path.add(node);
            above = heap.retained(node);
            node = tree.heaviestChild(node);
        }
        return steps(path);
    }

    private boolean isFollowed(int node, long above, boolean isFirst) {
        return isFirst || heap.retained(node) >= FOLLOWED_SHARE * above;
    }

    private List<Retainer> retainers() {
        PriorityQueue<Integer> kept = new PriorityQueue<>(
                Comparator.comparing((Integer node) -> heap.retained(node)).thenComparing(Comparator.reverseOrder()));
        for (int node = 0; node < graph.nodes(); node++) {
            if (kept.size() < MOST_RETAINERS || heap.retained(node) > heap.retained(kept.peek())) {
                kept.add(node);
            }
            if (kept.size() > MOST_RETAINERS) {
                kept.poll();
            }
        }
        return kept.stream()
                .sorted(Comparator.comparing((Integer node) -> heap.retained(node))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .map(node -> new Retainer(step(node), steps(heap.paths().backwards(node, LONGEST_PATH))))
                .toList();
    }

    private List<ClassTotal> classes() {
        long[] retained = tree.retainedByClass();
        long[] instances = new long[graph.classes()];
        long[] bytes = new long[graph.classes()];
        for (int node = 0; node < graph.nodes(); node++) {
            instances[graph.classOf(node)]++;
            bytes[graph.classOf(node)] += graph.size(node);
        }
        return IntStream.range(0, graph.classes())
                .boxed()
                .sorted(Comparator.comparing((Integer number) -> retained[number])
                        .reversed()
                        .thenComparing(graph::className))
                .limit(MOST_CLASSES)
                .map(number ->
                        new ClassTotal(graph.className(number), instances[number], bytes[number], retained[number]))
                .toList();
    }

    private List<Step> steps(List<Integer> nodes) {
        return nodes.stream().map(this::step).toList();
    }

    private Step step(int node) {
        return new Step(graph.classNameOf(node), graph.address(node), graph.size(node), heap.retained(node));
    }
}
