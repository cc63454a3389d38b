package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Occurrence;
import java.util.List;

/**
 * A report joins or leaves a list.
 *
 * @param position where the stream says so
 * @param sign +1 joins, −1 leaves
 * @param report the report as it is counted there
 */
public record Step(Position position, int sign, Occurrence report) {

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
