package dev.flotsam.signature.similarity;

import java.util.List;

/**
 * How two stacks fit together.
 *
 * @param score 0 (nothing in common) to 1 (the same frames in the same places)
 * @param frames the functions in both, innermost first
 */
public record Alignment(double score, List<AlignedFrame> frames) {
    public Alignment {
        frames = List.copyOf(frames);
    }
}
