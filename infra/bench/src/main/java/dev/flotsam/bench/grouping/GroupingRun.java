package dev.flotsam.bench.grouping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What one method made of the stacks.
 *
 * @param method its name
 * @param clusters the cluster of each stack, in order
 * @param grouping agreement with the groups
 * @param ranking places of the right groups
 * @param seconds both passes together
 */
record GroupingRun(
        String method, List<String> clusters, GroupingScores grouping, RankingScores ranking, double seconds) {

    static GroupingRun of(String name, Supplier<GroupingMethod> fresh, List<LabelledStack> stacks) {
        long start = System.nanoTime();
        List<String> clusters = clusters(fresh.get(), stacks);
        RankingScores ranking = ranking(fresh.get(), stacks);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> groups = stacks.stream().map(LabelledStack::group).toList();
        return new GroupingRun(name, clusters, GroupingScores.of(groups, clusters), ranking, seconds);
    }

    /** One pass in order of arrival: each stack joins the likeliest cluster or founds one. */
    private static List<String> clusters(GroupingMethod method, List<LabelledStack> stacks) {
        List<String> clusters = new ArrayList<>();
        int founded = 0;
        for (LabelledStack stack : stacks) {
            List<Ranked> ranked = method.rank(stack);
            boolean joins = !ranked.isEmpty() && ranked.getFirst().score() >= method.threshold();
            String cluster = joins ? ranked.getFirst().cluster() : "c" + founded++;
            method.learn(cluster, stack);
            clusters.add(cluster);
        }
        return clusters;
    }

    /** One pass in which every stack's true group becomes known after it was ranked. */
    private static RankingScores ranking(GroupingMethod method, List<LabelledStack> stacks) {
        RankingScores.Tally tally = new RankingScores.Tally();
        Set<String> known = new HashSet<>();
        for (LabelledStack stack : stacks) {
            if (!known.add(stack.group())) {
                List<String> order =
                        method.rank(stack).stream().map(Ranked::cluster).toList();
                tally.add(order.indexOf(stack.group()) + 1);
            }
            method.learn(stack.group(), stack);
        }
        return tally.scores();
    }
}
