package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Occurrence;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A report joins or leaves a list.
 *
 * @param position where the stream says so
 * @param sign +1 joins, −1 leaves
 * @param report the report as it is counted there
 */
public record Step(Position position, int sign, Occurrence report) {

    /**
     * What a change adds and takes back. Expiry takes nothing back: day counters expire by themselves.
     *
     * @param moved whether a revision, from the first report to the second, changes where or how it counts
     */
    static List<Step> of(Change change, BiPredicate<Occurrence, Occurrence> moved) {
        return switch (change) {
            case Change.Appeared(Position at, Occurrence after) -> List.of(new Step(at, +1, after));
            case Change.Revised(Position at, Occurrence before, Occurrence after) ->
                moved.test(before, after) ? List.of(new Step(at, -1, before), new Step(at, +1, after)) : List.of();
            case Change.Removed(Position at, Occurrence before, boolean expired) ->
                expired ? List.of() : List.of(new Step(at, -1, before));
            case Change.Uncounted _, Change.Unreadable _ -> List.of();
        };
    }

    boolean joins() {
        return sign > 0;
    }

    /** Those of {@code steps} that {@code counter} has not absorbed yet. */
    static List<Step> fresh(List<Step> steps, Counter counter) {
        return steps.stream()
                .filter(step -> counter.mark(step.position().lane())
                        .filter(mark -> mark.covers(step.position()))
                        .isEmpty())
                .toList();
    }
}
