package dev.flotsam.signature.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Aligns one asked stack with others, each in linear time: the n-th time a function stands in one is matched with the n-th
 * time it stands in the other, and counts less the further apart they stand. Not safe for concurrent use.
 */
final class Aligner {
    /** How fast a match counts less with the distance of its two places: e^(−DRIFT × distance). */
    static final double DRIFT = 0.06;

    private final FrameWeights weights;
    private final double askedTotal;

    /** Place of each asked function's first occurrence; {@code later} leads from each to the next, −1 at the end. */
    private final Map<String, Integer> first = new HashMap<>();

    private final int[] later;
    private final int[] free;

    Aligner(List<String> asked, FrameWeights weights) {
        this.weights = weights;
        this.later = new int[asked.size()];
        this.free = new int[asked.size()];
        double total = 0;
        for (int i = asked.size() - 1; i >= 0; i--) {
            Integer next = first.put(asked.get(i), i);
            later[i] = next == null ? -1 : next;
            total += weights.weight(asked.get(i), i);
        }
        this.askedTotal = total;
    }

    /** 0 (nothing in common) to 1 (the same frames in the same places). */
    double score(List<String> example) {
        return align(example, new double[example.size()], new int[example.size()]);
    }

    /** The functions in both, innermost first in the example, with what each adds to the score. */
    List<AlignedFrame> matches(List<String> example) {
        double[] shares = new double[example.size()];
        int[] places = new int[example.size()];
        align(example, shares, places);
        List<AlignedFrame> matches = new ArrayList<>();
        for (int j = 0; j < example.size(); j++) {
            if (places[j] >= 0) {
                matches.add(new AlignedFrame(example.get(j), places[j], j, shares[j]));
            }
        }
        return matches;
    }

    /** Fills in each example frame's place in the asked stack, −1 for none, and its share; answers the score. */
    private double align(List<String> example, double[] shares, int[] places) {
        Arrays.fill(free, Integer.MIN_VALUE);
        double total = askedTotal;
        double matched = 0;
        for (int j = 0; j < example.size(); j++) {
            String function = example.get(j);
            double rarity = weights.rarity(function);
            double weight = rarity * FrameWeights.nearness(j);
            total += weight;
            int i = take(function);
            places[j] = i;
            if (i >= 0) {
                shares[j] = (weight + rarity * FrameWeights.nearness(i)) * Math.exp(-DRIFT * Math.abs(i - j));
                matched += shares[j];
            }
        }
        if (total <= 0) {
            return 0;
        }
        for (int j = 0; j < shares.length; j++) {
            shares[j] /= total;
        }
        return Math.min(1, matched / total);
    }

    /** The next asked place of a function that no frame was matched with yet, −1 if there is none. */
    private int take(String function) {
        Integer head = first.get(function);
        if (head == null) {
            return -1;
        }
        int place = free[head] == Integer.MIN_VALUE ? head : free[head];
        if (place >= 0) {
            free[head] = later[place];
        }
        return place;
    }
}
