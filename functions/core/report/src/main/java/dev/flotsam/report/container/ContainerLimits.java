package dev.flotsam.report.container;

/**
 * What one upload may cost.
 *
 * @param uploadBytes unpacked bytes of an upload, all layers together
 * @param reportBytes unpacked bytes of one report
 * @param entries files in the archives of an upload, and lines of NDJSON
 * @param nesting containers in each other: a .gz in a .tar.gz is three
 * @param ratio unpacked bytes per packed byte, beyond the first 32 MiB
 */
public record ContainerLimits(long uploadBytes, int reportBytes, int entries, int nesting, int ratio) {
    /** Unpacked bytes that any ratio may reach: small files of one letter are no bombs. */
    static final long RATIO_FLOOR = 32L << 20;

    /** What uploads get. */
    public static final ContainerLimits UPLOAD = new ContainerLimits(4L << 30, 64 << 20, 200_000, 4, 200);

    public ContainerLimits {
        if (uploadBytes < 1 || reportBytes < 1 || entries < 1 || nesting < 0 || ratio < 1) {
            throw new IllegalArgumentException("a container limit must be positive");
        }
    }
}
