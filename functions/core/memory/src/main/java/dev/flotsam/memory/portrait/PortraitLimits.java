package dev.flotsam.memory.portrait;

import com.fasterxml.jackson.core.StreamReadConstraints;

/** Bounds against hostile portraits. */
public final class PortraitLimits {
    /** Heap nodes, those only referred to included. */
    public static final int MAX_NODES = 5_000_000;

    /** References. */
    public static final int MAX_EDGES = 25_000_000;

    static final int MAX_REGIONS = 500_000;
    static final int MAX_TAGS = 4_096;
    static final int MAX_CLASSES = 200_000;
    static final int MAX_NAME = 512;
    static final int MAX_DEPTH = 32;

    /** Characters of one text while reading; names are cut to {@link #MAX_NAME}. */
    static final int MAX_TEXT = 1 << 16;

    /** Bytes after unpacking; five million nodes with references take less than one GiB. */
    static final long MAX_BYTES = 4L << 30;

    /** Bytes of one node; no device has more memory. */
    static final long MAX_SIZE = 1L << 44;

    private PortraitLimits() {}

    static StreamReadConstraints json() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_TEXT)
                .maxNameLength(MAX_NAME)
                .maxNumberLength(64)
                .build();
    }
}
