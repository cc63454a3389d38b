package dev.flotsam.memory.allocation;

import dev.flotsam.memory.allocation.AllocationStacks.Stack;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Allocation stacks of any number of runs as one tree of calls, outermost frame first, with bytes and counts. A frame is
 * its image's UUID (else its name) and offset, or its name where it has no address, so that runs whose images lay elsewhere
 * fall together.
 */
public final class CallTree {
    private final Node root = new Node(new Place("", "", 0, ""), null, null);
    private int nodes;

    /**
     * Where a frame lies.
     *
     * @param imageUuid upper case; empty if unknown
     * @param image file name; empty if unknown
     * @param offset bytes from the image's load address, or the absolute address where no image is known
     * @param function the name it came with; empty if none
     */
    public record Place(String imageUuid, String image, long offset, String function) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::imageUuid)
                .thenComparing(Place::image)
                .thenComparing(Place::offset)
                .thenComparing(Place::function);

        public Place {
            Objects.requireNonNull(imageUuid, "imageUuid");
            Objects.requireNonNull(image, "image");
        }

        static Place of(Frame frame, List<BinaryImage> images) {
            if (frame.image() < 0) {
                return new Place("", "", frame.address(), frame.symbol());
            }
            BinaryImage image = images.get(frame.image());
            return new Place(image.uuid(), image.name(), frame.offset(), frame.symbol());
        }

        /** Places are ordered, so that a map of places made to collide stays fast. */
        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** One call and what was allocated below it. */
    public static final class Node {
        private final Place place;
        private final Node caller;
        private final Frame frame;
        private final Map<Place, Node> callees = new HashMap<>();
        private long bytes;
        private long count;

        private Node(Place place, Node caller, Frame frame) {
            this.place = place;
            this.caller = caller;
            this.frame = frame;
        }

        /** Where the call is. */
        public Place place() {
            return place;
        }

        /** The frame as the first run had it that went through here; empty for the root. */
        public Optional<Frame> frame() {
            return Optional.ofNullable(frame);
        }

        /** Bytes held by allocations at or below this call. */
        public long bytes() {
            return bytes;
        }

        /** Allocations at or below this call. */
        public long count() {
            return count;
        }

        /** What it called, most bytes first. */
        public List<Node> callees() {
            return callees.values().stream()
                    .sorted(Comparator.comparing(Node::bytes).reversed().thenComparing(Node::place))
                    .toList();
        }
    }

    /** Adds the stacks of a run. */
    public CallTree add(AllocationStacks run) {
        for (Stack stack : run.stacks()) {
            Node node = root;
            count(node, stack);
            List<Frame> outermostFirst = stack.frames().reversed();
            for (Frame frame : outermostFirst) {
                Place place = Place.of(frame, run.images());
                Node callee = node.callees.get(place);
                if (callee == null) {
                    if (nodes == AllocationLimits.MAX_NODES) {
                        break;
                    }
                    nodes++;
                    callee = new Node(place, node, frame);
                    node.callees.put(place, callee);
                }
                node = callee;
                count(node, stack);
            }
        }
        return this;
    }

    private static void count(Node node, Stack stack) {
        node.bytes += stack.bytes();
        node.count += stack.count();
    }

    /** The root: everything that was allocated; its place is empty. */
    public Node root() {
        return root;
    }

    /** Number of calls in the tree. */
    public int nodes() {
        return nodes;
    }

    /** The path that holds most, outermost first: down while one callee holds at least this share of its caller. */
    public List<Node> heaviestPath(double share) {
        List<Node> path = new ArrayList<>();
        Node node = root;
        while (!node.callees.isEmpty()) {
            Node heaviest = node.callees().getFirst();
            if (heaviest.bytes < share * node.bytes) {
                break;
            }
            path.add(heaviest);
            node = heaviest;
        }
        return path;
    }

    /** A node's callers, itself first, outermost last. */
    public static List<Place> callersOf(Node node) {
        List<Place> callers = new ArrayList<>();
        for (Node step = node; step.caller != null; step = step.caller) {
            callers.add(step.place);
        }
        return callers;
    }
}
