package dev.flotsam.triage.fleet;

import java.util.UUID;

/**
 * A part of a system image's code.
 *
 * @param image LC_UUID
 * @param number of the block, from the image's load address
 */
public record Block(UUID image, long number) {
    private static final int BYTES_BITS = 14;

    /** The block an offset lies in. */
    public static Block of(UUID image, long offset) {
        return new Block(image, offset >> BYTES_BITS);
    }
}
