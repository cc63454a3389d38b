package dev.flotsam.triage.examine;

import dev.flotsam.memory.allocation.AllocationStacks;
import dev.flotsam.memory.allocation.CallTree;
import dev.flotsam.memory.allocation.CallTree.Node;
import dev.flotsam.report.ParsedReport.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A run's tree of calls with names, so that a picture can show it: calls of one function from one function are one box.
 * Boxes below one percent of the bytes are left out.
 */
final class CallTreeNames {
    static final int MOST_BOXES = 400;
    static final int DEEPEST = 64;
    private static final double SMALLEST_SHARE = 0.01;

    private final CallTree tree;
    private final IdentityHashMap<Frame, NamedFrame> names = new IdentityHashMap<>();
    private final long smallest;
    private int boxes;

    /**
     * The tree of a run's stacks.
     *
     * @param namer gives frames their names, one or more for each
     */
    CallTreeNames(AllocationStacks stacks, Function<List<Frame>, List<NamedFrame>> namer) {
        this.tree = new CallTree().add(stacks);
        this.smallest = Math.max(1, Math.round(stacks.bytes() * SMALLEST_SHARE));
        // Of inlined frames the last is the function that was called.
        namer.apply(large()).forEach(named -> names.put(named.reported(), named));
    }

    private record Level(Node node, int depth) {}

    private List<Frame> large() {
        List<Frame> frames = new ArrayList<>();
        Deque<Level> left = new ArrayDeque<>(List.of(new Level(tree.root(), 0)));
        while (!left.isEmpty()) {
            Level level = left.removeFirst();
            level.node().frame().ifPresent(frames::add);
            if (level.depth() < DEEPEST) {
                level.node().callees().stream()
                        .filter(callee -> callee.bytes() >= smallest)
                        .forEach(callee -> left.addLast(new Level(callee, level.depth() + 1)));
            }
        }
        return frames;
    }

    CallNode tree() {
        return new CallNode(
                "(all)", "", false, tree.root().bytes(), tree.root().count(), callees(List.of(tree.root()), 0));
    }

    /** Recursion is as deep as {@link #DEEPEST}. */
    private List<CallNode> callees(List<Node> callers, int depth) {
        Map<String, List<Node>> byFunction = new LinkedHashMap<>();
        callers.stream()
                .flatMap(caller -> caller.callees().stream())
                .filter(callee -> names.containsKey(callee.frame().orElseThrow()))
                .forEach(callee -> byFunction
                        .computeIfAbsent(
                                name(callee).image() + "\n" + name(callee).shown(), key -> new ArrayList<>())
                        .add(callee));
        List<CallNode> callees = new ArrayList<>();
        byFunction.values().stream()
                .sorted(Comparator.comparing(CallTreeNames::bytes).reversed())
                .forEach(same -> {
                    if (depth < DEEPEST && bytes(same) >= smallest && boxes < MOST_BOXES) {
                        boxes++;
                        callees.add(box(same, depth));
                    }
                });
        return callees;
    }

    private CallNode box(List<Node> same, int depth) {
        NamedFrame name = name(same.getFirst());
        return new CallNode(
                name.shown(),
                name.image(),
                name.inApp(),
                bytes(same),
                same.stream().mapToLong(Node::count).sum(),
                callees(same, depth + 1));
    }

    private NamedFrame name(Node node) {
        return names.get(node.frame().orElseThrow());
    }

    private static long bytes(List<Node> nodes) {
        return nodes.stream().mapToLong(Node::bytes).sum();
    }
}
