package dev.flotsam.bench.grouping;

import java.util.ArrayList;
import java.util.List;

/**
 * How high the right group stands among those a method ranks, over the stacks whose group was met before.
 *
 * @param recallAt1 share of them whose group is ranked first
 * @param recallAt5 share of them whose group is among the first five
 * @param recallAt10 share of them whose group is among the first ten
 * @param meanAveragePrecision mean of 1 / rank; one group is right, so average precision is reciprocal rank
 */
record RankingScores(double recallAt1, double recallAt5, double recallAt10, double meanAveragePrecision) {

    /** Collects ranks, 1 the best, 0 where the group was not ranked at all. */
    static final class Tally {
        private final List<Integer> ranks = new ArrayList<>();

        void add(int rank) {
            ranks.add(rank);
        }

        RankingScores scores() {
            return new RankingScores(
                    share(1),
                    share(5),
                    share(10),
                    ranks.stream()
                            .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                            .average()
                            .orElse(1));
        }

        private double share(int within) {
            long hits =
                    ranks.stream().filter(rank -> rank > 0 && rank <= within).count();
            return ranks.isEmpty() ? 1 : (double) hits / ranks.size();
        }
    }
}
