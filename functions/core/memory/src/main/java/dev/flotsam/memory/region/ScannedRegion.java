package dev.flotsam.memory.region;

/**
 * One VM region of a scan log.
 *
 * @param start first address
 * @param end first address behind it
 * @param depth nesting of submaps
 * @param tag user tag, such as "MALLOC_LARGE"
 * @param file mapped file, empty if none
 */
public record ScannedRegion(long start, long end, long depth, String tag, String file) {
    /** Virtual size in bytes. */
    public long bytes() {
        return end - start;
    }
}
