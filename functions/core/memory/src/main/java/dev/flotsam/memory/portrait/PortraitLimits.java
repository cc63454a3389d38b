package dev.flotsam.memory.portrait;

import com.fasterxml.jackson.core.StreamReadConstraints;

/** Bounds of a portrait's values, whatever its budget. */
final class PortraitLimits {
    static final int MAX_TAGS = 4_096;
    static final int MAX_NAME = 512;
    static final int MAX_DEPTH = 32;

    /** Characters of one text while reading; names are cut to {@link #MAX_NAME}. */
    static final int MAX_TEXT = 1 << 16;

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
