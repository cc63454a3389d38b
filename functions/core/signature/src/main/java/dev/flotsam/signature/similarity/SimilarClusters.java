package dev.flotsam.signature.similarity;

import java.util.ArrayList;
import java.util.Arrays;
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
        Aligner aligner = new Aligner(asked, weights);
        List<Scored> scored = new ArrayList<>();
        examples.forEach((cluster, stacks) -> scored.add(score(aligner, cluster, stacks)));
        return scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::cluster))
                .limit(atMost)
                .map(best -> new SimilarCluster(best.cluster(), best.score(), aligner.matches(best.example())))
                .toList();
    }

    /**
     * A candidate.
     *
     * @param example the most alike of its stacks
     */
    private record Scored(String cluster, double score, List<String> example) {}

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

    private Scored score(Aligner aligner, String cluster, List<List<String>> stacks) {
        double[] scores = new double[Math.min(bounds.examples(), stacks.size())];
        List<String> example = List.of();
        double best = -1;
        for (int i = 0; i < scores.length; i++) {
            List<String> stack = stacks.get(i);
            List<String> compared = stack.subList(0, Math.min(bounds.frames(), stack.size()));
            scores[i] = aligner.score(compared);
            if (scores[i] > best) {
                best = scores[i];
                example = compared;
            }
        }
        Arrays.sort(scores);
        int from = Math.max(0, scores.length - BEST_EXAMPLES);
        double mean = Arrays.stream(scores, from, scores.length).average().orElse(0);
        return new Scored(cluster, mean, example);
    }
}
