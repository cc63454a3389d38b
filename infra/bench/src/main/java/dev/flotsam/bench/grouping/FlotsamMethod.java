package dev.flotsam.bench.grouping;

import dev.flotsam.signature.SignedStack;
import dev.flotsam.signature.Signer;
import dev.flotsam.signature.similarity.InMemoryStacks;
import dev.flotsam.signature.similarity.SearchBounds;
import dev.flotsam.signature.similarity.SimilarCluster;
import dev.flotsam.signature.similarity.SimilarClusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Signatures with every suggestion above the threshold accepted, as a person would who trusts them: the upper end of what
 * Flotsam's clusters become. Only clusters of one app are suggested. The signature alone is its own row.
 */
final class FlotsamMethod implements GroupingMethod {
    private static final int SUGGESTIONS = 64;

    private final Signer signer;
    private final double sameSignature;
    private final double threshold;
    private final Map<String, InMemoryStacks> memories = new HashMap<>();
    private final Map<String, Set<String>> clustersBySignature = new HashMap<>();
    private final Set<String> sureClusters = new HashSet<>();

    FlotsamMethod(Signer signer, double sameSignature, double threshold) {
        this.signer = signer;
        this.sameSignature = sameSignature;
        this.threshold = threshold;
    }

    @Override
    public List<Ranked> rank(LabelledStack stack) {
        SignedStack signed = signer.sign(stack.stack());
        Set<String> same = clustersBySignature.getOrDefault(signed.signature().id(), Set.of());
        Set<String> rest = new HashSet<>(same);
        boolean sure = isSure(signed);
        List<Ranked> ranked = new ArrayList<>();
        SimilarClusters similar = new SimilarClusters(memory(stack), SearchBounds.DEFAULT);
        for (SimilarCluster cluster : similar.like(signed.cleanFrames(), SUGGESTIONS)) {
            rest.remove(cluster.cluster());
            boolean equal = same.contains(cluster.cluster());
            ranked.add(new Ranked(cluster.cluster(), score(cluster, equal, sure)));
        }
        rest.forEach(cluster -> ranked.add(new Ranked(cluster, sure ? threshold : sameSignature)));
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::cluster));
        return ranked;
    }

    /** Sure signatures decide: equal ones join, and two different ones never do, however alike the stacks are. */
    private double score(SimilarCluster cluster, boolean equal, boolean sure) {
        if (equal) {
            return cluster.score() + (sure ? threshold : sameSignature);
        }
        return sure && sureClusters.contains(cluster.cluster()) ? cluster.score() * threshold / 2 : cluster.score();
    }

    private static boolean isSure(SignedStack signed) {
        return signed.ofAppCode()
                && !signed.signature().weak()
                && !signed.signature().unstable();
    }

    @Override
    public void learn(String cluster, LabelledStack stack) {
        SignedStack signed = signer.sign(stack.stack());
        memory(stack).remember(cluster, signed.cleanFrames(), SearchBounds.DEFAULT.examples());
        clustersBySignature
                .computeIfAbsent(signed.signature().id(), id -> new HashSet<>())
                .add(cluster);
        if (isSure(signed)) {
            sureClusters.add(cluster);
        }
    }

    private InMemoryStacks memory(LabelledStack stack) {
        return memories.computeIfAbsent(stack.stack().app().id(), app -> new InMemoryStacks());
    }

    @Override
    public double threshold() {
        return threshold;
    }
}
