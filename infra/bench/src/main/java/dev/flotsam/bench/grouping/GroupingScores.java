package dev.flotsam.bench.grouping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well predicted clusters agree with the true groups.
 *
 * @param b3Precision of a stack's cluster mates, how many share its group; mean over stacks (Bagga and Baldwin 1998)
 * @param b3Recall of a stack's group mates, how many share its cluster
 * @param pairPrecision of pairs in one cluster, how many are of one group
 * @param pairRecall of pairs of one group, how many are in one cluster
 * @param clusters clusters predicted
 */
record GroupingScores(double b3Precision, double b3Recall, double pairPrecision, double pairRecall, int clusters) {

    /** Scores of a prediction; both lists name the same stacks in the same order. */
    static GroupingScores of(List<String> groups, List<String> clusters) {
        Map<String, Integer> groupSizes = new HashMap<>();
        Map<String, Integer> clusterSizes = new HashMap<>();
        Map<String, Integer> shared = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            groupSizes.merge(groups.get(i), 1, Integer::sum);
            clusterSizes.merge(clusters.get(i), 1, Integer::sum);
            shared.merge(both(groups.get(i), clusters.get(i)), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < groups.size(); i++) {
            double common = shared.get(both(groups.get(i), clusters.get(i)));
            precision += common / clusterSizes.get(clusters.get(i));
            recall += common / groupSizes.get(groups.get(i));
        }
        double right = pairs(shared);
        return new GroupingScores(
                ratio(precision, groups.size()),
                ratio(recall, groups.size()),
                ratio(right, pairs(clusterSizes)),
                ratio(right, pairs(groupSizes)),
                clusterSizes.size());
    }

    double b3F1() {
        return f1(b3Precision, b3Recall);
    }

    double pairF1() {
        return f1(pairPrecision, pairRecall);
    }

    private static String both(String group, String cluster) {
        return group.length() + ":" + group + cluster;
    }

    private static double pairs(Map<String, Integer> sizes) {
        return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
    }

    /** Nothing to get wrong counts as right. */
    private static double ratio(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
