package dev.flotsam.bench.grouping;

import java.util.List;

/** One way to group stacks, fresh for one pass over them. */
interface GroupingMethod {

    /** Clusters the stack may belong to, likeliest first. */
    List<Ranked> rank(LabelledStack stack);

    /** Learns that the stack belongs to a cluster. */
    void learn(String cluster, LabelledStack stack);

    /** Score from which the likeliest cluster takes the stack in. */
    double threshold();
}
