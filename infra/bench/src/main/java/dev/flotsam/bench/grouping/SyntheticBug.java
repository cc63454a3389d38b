package dev.flotsam.bench.grouping;

import java.util.List;

/**
 * A made-up bug of a made-up app.
 *
 * @param number distinguishes it, and makes its names
 * @param family how its reports differ from each other
 * @param function the app's function that fails
 * @param callers routes to it, each innermost first
 */
record SyntheticBug(int number, SyntheticFamily family, String function, List<List<String>> callers) {
    SyntheticBug {
        callers = List.copyOf(callers);
    }
}
