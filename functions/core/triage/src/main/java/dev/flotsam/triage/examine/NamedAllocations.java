package dev.flotsam.triage.examine;

import dev.flotsam.triage.Occurrence.MissingImage;
import java.util.List;
import java.util.Optional;

/**
 * Allocation stacks of a run with names: who filled its memory.
 *
 * @param bytes held by all stacks
 * @param count allocations of all stacks
 * @param heaviest stacks that hold most, heaviest first, bounded
 * @param tree all calls from the outermost inwards, bounded
 * @param evidence what a FOOM of the run is grouped by: the stack that holds most; empty if no stack tells
 * @param missing images whose symbols nobody uploaded, of the stacks that hold most
 */
public record NamedAllocations(
        long bytes,
        long count,
        List<HeavyStack> heaviest,
        CallNode tree,
        Optional<Evidence> evidence,
        List<MissingImage> missing) {
    public NamedAllocations {
        heaviest = List.copyOf(heaviest);
        missing = List.copyOf(missing);
    }
}
