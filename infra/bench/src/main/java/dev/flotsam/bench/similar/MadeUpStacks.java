package dev.flotsam.bench.similar;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A stack for each of some clusters, whose functions are shared as unevenly as real ones: a few stand in a tenth of all
 * stacks, most in a handful.
 */
final class MadeUpStacks {
    private final Random random;
    private final int clusters;

    MadeUpStacks(long seed, int clusters) {
        this.random = new Random(seed);
        this.clusters = clusters;
    }

    List<String> next(int frames) {
        List<String> stack = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            double rank = random.nextDouble();
            stack.add("Feature" + (int) (clusters * rank * rank * rank) + ".update(state:)");
        }
        return stack;
    }

    /** The id of a cluster, as long as a real one. */
    static String id(int cluster) {
        return "%020x".formatted(cluster);
    }
}
