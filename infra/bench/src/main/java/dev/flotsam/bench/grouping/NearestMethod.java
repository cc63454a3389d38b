package dev.flotsam.bench.grouping;

import dev.flotsam.signature.similarity.InMemoryStacks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a stack to the cluster of the most alike one: how pairwise measures are used in the literature. */
final class NearestMethod implements GroupingMethod {
    /** Frames compared: what the papers keep, and what bounds their quadratic time. */
    private static final int FRAMES = 40;

    private static final int EXAMPLES = 10;
    private static final int POSTINGS = 400;

    private final InMemoryStacks memory = new InMemoryStacks();
    private final Resemblance resemblance;
    private final double threshold;

    NearestMethod(Resemblance resemblance, double threshold) {
        this.resemblance = resemblance;
        this.threshold = threshold;
    }

    @Override
    public List<Ranked> rank(LabelledStack stack) {
        List<String> frames = frames(stack);
        Set<String> candidates = new LinkedHashSet<>();
        frames.forEach(frame -> candidates.addAll(memory.clustersWith(frame, POSTINGS)));
        List<Ranked> ranked = new ArrayList<>();
        for (Map.Entry<String, List<List<String>>> cluster :
                memory.examples(candidates).entrySet()) {
            double best = cluster.getValue().stream()
                    .mapToDouble(example -> resemblance.between(frames, example, this::idf))
                    .max()
                    .orElse(0);
            ranked.add(new Ranked(cluster.getKey(), best));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::cluster));
        return ranked;
    }

    @Override
    public void learn(String cluster, LabelledStack stack) {
        memory.remember(cluster, frames(stack), EXAMPLES);
    }

    @Override
    public double threshold() {
        return threshold;
    }

    private double idf(String frame) {
        double seen = memory.frequencies(List.of(frame)).getOrDefault(frame, 1L);
        return Math.log((1 + memory.stacks()) / seen);
    }

    private static List<String> frames(LabelledStack stack) {
        List<String> frames = stack.rawFrames();
        return frames.subList(0, Math.min(FRAMES, frames.size()));
    }
}
