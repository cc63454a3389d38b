package dev.flotsam.signature.similarity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a frame counts: more the rarer its function is among the app's stacks, more the nearer it stands to the crash.
 *
 * <p>Rarity is ln(1 + N/df) / ln(1 + N), so that a function met once counts 1 and one that is everywhere next to nothing.
 */
final class FrameWeights {
    /** How fast a frame counts less with its distance from the crash: 1 / (1 + place)^DECAY. */
    static final double DECAY = 0.5;

    private static final double[] NEARNESS = table(64);

    private final Map<String, Double> rarities = new HashMap<>();

    private FrameWeights(Set<String> frames, Map<String, Long> frequencies, long seen) {
        double stacks = Math.max(2, seen);
        for (String frame : frames) {
            double count = Math.max(1, frequencies.getOrDefault(frame, 1L));
            rarities.put(frame, Math.log1p(stacks / count) / Math.log1p(stacks));
        }
    }

    /** Weights of exactly these frames. */
    static FrameWeights of(StackMemory memory, Collection<String> frames) {
        Set<String> distinct = new HashSet<>(frames);
        return new FrameWeights(distinct, memory.frequencies(distinct), memory.stacks());
    }

    double rarity(String frame) {
        return rarities.get(frame);
    }

    double weight(String frame, int place) {
        return rarity(frame) * nearness(place);
    }

    static double nearness(int place) {
        return place < NEARNESS.length ? NEARNESS[place] : decayed(place);
    }

    private static double[] table(int places) {
        double[] table = new double[places];
        for (int place = 0; place < places; place++) {
            table[place] = decayed(place);
        }
        return table;
    }

    private static double decayed(int place) {
        return Math.pow(1.0 + place, -DECAY);
    }
}
