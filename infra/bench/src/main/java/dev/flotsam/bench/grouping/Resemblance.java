package dev.flotsam.bench.grouping;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How alike two stacks are, 0 to 1. */
interface Resemblance {

    /**
     * The likeness.
     *
     * @param idf inverse document frequency of a frame among the stacks learned so far
     */
    double between(List<String> a, List<String> b, ToDoubleFunction<String> idf);
}
