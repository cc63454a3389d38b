package dev.flotsam.signature.similarity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Aligns two stacks in linear time: the n-th time a function stands in one is matched with the n-th time it stands in the
 * other, and counts less the further apart they stand.
 */
final class Aligner {
    /** How fast a match counts less with the distance of its two places: e^(−DRIFT × distance). */
    static final double DRIFT = 0.06;

    private final FrameWeights weights;

    Aligner(FrameWeights weights) {
        this.weights = weights;
    }

    Alignment align(List<String> here, List<String> there) {
        Map<String, Deque<Integer>> places = new HashMap<>();
        double total = 0;
        for (int j = 0; j < there.size(); j++) {
            places.computeIfAbsent(there.get(j), frame -> new ArrayDeque<>()).add(j);
            total += weights.weight(there.get(j), j);
        }
        for (int i = 0; i < here.size(); i++) {
            total += weights.weight(here.get(i), i);
        }
        List<AlignedFrame> matches = new ArrayList<>();
        double score = 0;
        for (int i = 0; i < here.size() && total > 0; i++) {
            Deque<Integer> free = places.get(here.get(i));
            if (free != null && !free.isEmpty()) {
                int j = free.remove();
                double both = weights.weight(here.get(i), i) + weights.weight(here.get(i), j);
                double share = both * Math.exp(-DRIFT * Math.abs(i - j)) / total;
                matches.add(new AlignedFrame(here.get(i), i, j, share));
                score += share;
            }
        }
        return new Alignment(Math.min(1, score), matches);
    }
}
