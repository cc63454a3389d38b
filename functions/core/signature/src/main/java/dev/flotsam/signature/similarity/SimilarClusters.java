package dev.flotsam.signature.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds clusters that look like a stack, by work bounded whatever the number of clusters. */
public final class SimilarClusters {
    /** Scores from which a suggestion is worth showing. */
    public static final double WORTH_SHOWING = 0.5;

    private static final int BEST_EXAMPLES = 3;

    private final StackMemory memory;
    private final SearchBounds bounds;

    public SimilarClusters(StackMemory memory, SearchBounds bounds) {
        this.memory = Objects.requireNonNull(memory, "memory");
        this.bounds = Objects.requireNonNull(bounds, "bounds");
    }

    /**
     * The clusters most like a stack, best first; ties by id.
     *
     * @param frames a signed stack's clean frames, innermost first
     * @param atMost how many
     */
    public List<SimilarCluster> like(List<String> frames, int atMost) {
        List<String> asked = frames.subList(0, Math.min(bounds.frames(), frames.size()));
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<String, List<List<String>>> examples = memory.examples(candidates(asked));
        FrameWeights weights = FrameWeights.of(memory, allFrames(asked, examples));
        Aligner aligner = new Aligner(weights);
        List<SimilarCluster> found = new ArrayList<>();
        examples.forEach((cluster, stacks) -> found.add(score(aligner, cluster, asked, stacks)));
        found.sort(Comparator.comparingDouble(SimilarCluster::score).reversed().thenComparing(SimilarCluster::cluster));
        return List.copyOf(found.subList(0, Math.min(atMost, found.size())));
    }

    /** Clusters that share the asked stack's rarest frames, those that share most of them first. */
    private List<String> candidates(List<String> asked) {
        FrameWeights weights = FrameWeights.of(memory, asked);
        List<String> rarest = new HashSet<>(asked)
                .stream()
                        .sorted(Comparator.comparingDouble(weights::rarity)
                                .reversed()
                                .thenComparing(frame -> frame))
                        .limit(bounds.rareFrames())
                        .toList();
        Map<String, Double> shared = new HashMap<>();
        for (String frame : rarest) {
            double rarity = weights.rarity(frame);
            memory.clustersWith(frame, bounds.postings()).forEach(id -> shared.merge(id, rarity, Double::sum));
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(bounds.candidates())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Set<String> allFrames(List<String> asked, Map<String, List<List<String>>> examples) {
        Set<String> frames = new HashSet<>(asked);
        examples.values().forEach(stacks -> stacks.forEach(frames::addAll));
        return frames;
    }

    private SimilarCluster score(Aligner aligner, String cluster, List<String> asked, List<List<String>> stacks) {
        List<Alignment> best = stacks.stream()
                .limit(bounds.examples())
                .map(stack -> aligner.align(asked, stack.subList(0, Math.min(bounds.frames(), stack.size()))))
                .sorted(Comparator.comparingDouble(Alignment::score).reversed())
                .limit(BEST_EXAMPLES)
                .toList();
        double mean = best.stream().mapToDouble(Alignment::score).average().orElse(0);
        List<AlignedFrame> shown = best.isEmpty() ? List.of() : best.getFirst().frames();
        return new SimilarCluster(cluster, mean, shown);
    }
}
