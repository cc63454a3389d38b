package dev.flotsam.symbols.upload;

/**
 * Bounds of one upload.
 *
 * @param bytes uncompressed bytes of all files handed over
 * @param entries entries of a zip, or files of a directory, including those that don't matter
 * @param files files handed over
 * @param ratio uncompressed to compressed size of one entry, once it is over a megabyte; a dSYM's is 3 to 8
 */
public record UploadLimits(long bytes, int entries, int files, int ratio) {
    /** A large app with all its frameworks stays below half of each. */
    public static final UploadLimits DEFAULT = new UploadLimits(8L << 30, 200_000, 2_000, 100);

    public UploadLimits {
        if (bytes <= 0 || entries <= 0 || files <= 0 || ratio <= 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
