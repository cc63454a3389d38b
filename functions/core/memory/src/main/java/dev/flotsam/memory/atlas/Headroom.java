package dev.flotsam.memory.atlas;

import java.util.Objects;

/**
 * How close the runs of one app version on one device came to the limit: counters only, so that merging is adding.
 *
 * @param runs runs whose highest memory and limit are known
 * @param above90 of them, those that went above 90 % of the limit
 * @param highest the highest share of the limit, in thousandths
 */
public record Headroom(long runs, long above90, long highest) {
    /** No run yet. */
    public static final Headroom NONE = new Headroom(0, 0, 0);

    private static final int PER_MILLE = 1_000;
    private static final int NEAR = 900;

    /** An alert needs at least this many runs on either side: shares of a handful of runs double by chance. */
    public static final long FEWEST_RUNS = 20;

    /** One more run. */
    public Headroom with(long highestBytes, long limitBytes) {
        if (limitBytes <= 0 || highestBytes < 0) {
            throw new IllegalArgumentException("a limit of " + limitBytes + " and a footprint of " + highestBytes);
        }
        long share = Math.round((double) highestBytes / limitBytes * PER_MILLE);
        return merge(new Headroom(1, share > NEAR ? 1 : 0, share));
    }

    /** Both parts' runs. */
    public Headroom merge(Headroom other) {
        Objects.requireNonNull(other, "other");
        return new Headroom(runs + other.runs, above90 + other.above90, Math.max(highest, other.highest));
    }

    /** Share of runs above 90 % of the limit, 0 to 1. */
    public double shareAbove90() {
        return runs == 0 ? 0 : (double) above90 / runs;
    }

    /** Whether this version's share is at least twice an earlier version's: an OOM is coming. */
    public boolean doubled(Headroom earlier) {
        return runs >= FEWEST_RUNS
                && earlier.runs >= FEWEST_RUNS
                && above90 > 0
                && shareAbove90() >= 2 * earlier.shareAbove90();
    }
}
