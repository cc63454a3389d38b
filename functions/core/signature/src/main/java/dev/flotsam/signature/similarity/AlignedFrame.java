package dev.flotsam.signature.similarity;

/**
 * A function that stands in both stacks.
 *
 * @param function its normalised name
 * @param here its place in the asked stack, 0 innermost
 * @param there its place in the example
 * @param share what it adds to the score, 0 to 1
 */
public record AlignedFrame(String function, int here, int there, double share) {}
