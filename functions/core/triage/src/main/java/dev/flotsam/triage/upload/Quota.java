package dev.flotsam.triage.upload;

/**
 * What one key may upload in a day.
 *
 * @param uploads how many
 * @param bytes of all of them, as announced
 */
public record Quota(long uploads, long bytes) {
    /** A large app's worst day with one report an upload, and room for a release's dSYMs. */
    public static final Quota DAILY = new Quota(50_000, 64L << 30);

    public Quota {
        if (uploads < 1 || bytes < 1) {
            throw new IllegalArgumentException("a quota is positive");
        }
    }
}
