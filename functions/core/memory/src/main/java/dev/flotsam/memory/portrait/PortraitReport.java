package dev.flotsam.memory.portrait;

import dev.flotsam.memory.portrait.Portrait.RegionTotal;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.Moments;
import dev.flotsam.memory.session.Run;
import java.util.List;
import java.util.Map;

/**
 * What a portrait answers: who keeps this memory? Sizes are bytes; lists are bounded and sorted, largest first.
 *
 * @param facts what the portrait says about itself
 * @param nodes heap nodes
 * @param references references between them
 * @param dangling references to or from what is no node
 * @param bytes of all nodes
 * @param roots real roots: named by the portrait, or nodes nobody refers to
 * @param leakedKnots knots that no root reaches
 * @param leakedBytes bytes that no root reaches
 * @param dominatorPath from the root downwards to what keeps most: the key for grouping
 * @param retainers nodes that retain most, each with its path to a root
 * @param classes classes that retain most
 * @param knots retention cycles
 * @param regions VM regions by tag
 * @param tree dominators grouped by class, for a flame or treemap picture
 */
public record PortraitReport(
        Map<String, String> facts,
        int nodes,
        int references,
        int dangling,
        long bytes,
        int roots,
        int leakedKnots,
        long leakedBytes,
        List<Step> dominatorPath,
        List<Retainer> retainers,
        List<ClassTotal> classes,
        List<Cycle> knots,
        List<RegionTotal> regions,
        ClassTree tree) {
    public PortraitReport {
        dominatorPath = List.copyOf(dominatorPath);
        retainers = List.copyOf(retainers);
        classes = List.copyOf(classes);
        knots = List.copyOf(knots);
        regions = List.copyOf(regions);
    }

    /** Which run the portrait says that it is of; last seen when it was taken. */
    public Run run() {
        return new Run(
                facts.getOrDefault("run", ""),
                facts.getOrDefault("installation", ""),
                Moments.of(facts.getOrDefault("started", "")),
                Moments.of(facts.getOrDefault("captured", "")));
    }

    /** What ran, as far as the portrait says. */
    public Build build() {
        return new Build(
                facts.getOrDefault("app.id", ""),
                facts.getOrDefault("app.version", ""),
                facts.getOrDefault("app.build", ""),
                facts.getOrDefault("app.uuid", ""),
                facts.getOrDefault("os.version", ""),
                facts.getOrDefault("os.build", ""),
                facts.getOrDefault("device", ""),
                Build.Host.APP);
    }

    /**
     * One node of a path.
     *
     * @param className its class
     * @param address its address
     * @param size its own bytes
     * @param retained bytes it keeps
     */
    public record Step(String className, long address, long size, long retained) {}

    /**
     * A node that keeps much.
     *
     * @param node the node
     * @param backwards the shortest path from a root in reverse: the node first, then who refers to it, step by step
     */
    public record Retainer(Step node, List<Step> backwards) {
        public Retainer {
            backwards = List.copyOf(backwards);
        }
    }

    /**
     * A class that keeps much.
     *
     * @param className its name
     * @param instances nodes of it
     * @param bytes their own bytes
     * @param retained bytes they keep, counted once where they keep one another
     */
    public record ClassTotal(String className, long instances, long bytes, long retained) {}

    /**
     * A retention cycle.
     *
     * @param nodes nodes that hold one another
     * @param bytes their own bytes
     * @param cycle one shortest cycle among them
     */
    public record Cycle(int nodes, long bytes, List<Step> cycle) {
        public Cycle {
            cycle = List.copyOf(cycle);
        }
    }

    /**
     * Dominators of one class below the same parents.
     *
     * @param className class, or "(heap)" for all
     * @param nodes how many nodes
     * @param size their own bytes
     * @param retained bytes they keep
     * @param children what they keep, by class; what is too small to show is left out
     */
    public record ClassTree(String className, long nodes, long size, long retained, List<ClassTree> children) {
        public ClassTree {
            children = List.copyOf(children);
        }
    }
}
