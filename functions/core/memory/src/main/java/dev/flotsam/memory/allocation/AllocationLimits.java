package dev.flotsam.memory.allocation;

/** Bounds against hostile allocation records. */
final class AllocationLimits {
    static final int MAX_STACKS = 50_000;

    /** Frames of one stack; outer ones of a longer one are not read. */
    static final int MAX_FRAMES = 512;

    /** Frames of all stacks of a record together. */
    static final int MAX_ALL_FRAMES = 1_000_000;

    static final int MAX_IMAGES = 8_192;

    /** Characters kept of a name. */
    static final int MAX_TEXT = 512;

    /** Nodes of a merged call tree; stacks that need more are added to the last node they reach. */
    static final int MAX_NODES = 200_000;

    /** Bytes of one stack; no device has more memory. */
    static final long MAX_BYTES = 1L << 44;

    private AllocationLimits() {}
}
