package dev.flotsam.memory.session.shape;

import dev.flotsam.report.json.JsonLimits;

/** Bounds against hostile session records; a real one has a few kilobytes, hang stacks included. */
public final class ShapeLimits {
    /** Bytes of one record. */
    public static final int MAX_BYTES = 4 << 20;

    /** Nesting and number of values of one record. */
    public static final JsonLimits JSON = new JsonLimits(64, 200_000, 1 << 16, 1 << 10, 64);

    /** Characters kept of one text. */
    static final int MAX_TEXT = 512;

    /** Footprint samples kept of one run: the newest. */
    static final int MAX_SAMPLES = 4_096;

    private ShapeLimits() {}
}
