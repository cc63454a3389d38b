package dev.flotsam.signature.similarity;

/**
 * What one look-up may cost: with the default, at most 16 posting lists of 64 clusters, 64 candidates of 8 examples each,
 * aligned in time linear in their frames.
 *
 * @param rareFrames frames of the query, rarest first, whose posting lists are read
 * @param postings clusters read of each posting list, the most recent first
 * @param candidates clusters whose examples are aligned
 * @param examples stacks kept and aligned per cluster
 * @param frames frames compared per stack
 */
public record SearchBounds(int rareFrames, int postings, int candidates, int examples, int frames) {
    public static final SearchBounds DEFAULT = new SearchBounds(16, 64, 64, 8, 40);

    public SearchBounds {
        if (rareFrames < 1 || postings < 1 || candidates < 1 || examples < 1 || frames < 1) {
            throw new IllegalArgumentException("a bound must be positive");
        }
    }
}
