package dev.flotsam.memory.portrait;

/**
 * What one portrait may cost. A node takes about 100 bytes while it is analysed and a reference 16, so a function with
 * less memory passes a smaller budget.
 *
 * @param nodes heap nodes, those only referred to included
 * @param edges references
 * @param regions VM regions
 * @param classes classes told apart
 * @param bytes after unpacking
 */
public record PortraitBudget(int nodes, int edges, int regions, int classes, long bytes) {
    /** The largest portrait there is. Measured: 5 million nodes with 15 million references fit a heap of 1.2 GB. */
    public static final PortraitBudget LARGEST = new PortraitBudget(5_000_000, 25_000_000, 500_000, 200_000, 4L << 30);

    /** Heap that the largest portrait takes, with what a function needs besides. */
    static final long HEAP_OF_LARGEST = 1_400L << 20;

    /** What fits a heap of that many bytes: the largest portrait, or a part of it in proportion. */
    public static PortraitBudget within(long heap) {
        double part = Math.clamp((double) heap / HEAP_OF_LARGEST, 0.001, 1);
        return new PortraitBudget(
                (int) (LARGEST.nodes * part),
                (int) (LARGEST.edges * part),
                (int) (LARGEST.regions * part),
                (int) (LARGEST.classes * part),
                LARGEST.bytes);
    }

    public PortraitBudget {
        if (nodes < 1 || edges < 1 || regions < 1 || classes < 1 || bytes < 1) {
            throw new IllegalArgumentException("a budget must be positive");
        }
    }
}
