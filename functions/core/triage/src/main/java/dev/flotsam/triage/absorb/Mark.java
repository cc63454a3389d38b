package dev.flotsam.triage.absorb;

import java.time.Instant;

/**
 * How far one lane's positions are absorbed into one counter item.
 *
 * @param sequence the last position absorbed, 40 digits
 * @param moved when, in whole hours since 1970: marks of shards that have long gone are pruned by it
 */
public record Mark(String sequence, long moved) {
    /** Streams keep records for 24 h; a mark twice as old can meet no delivery any more. */
    public static final int KEPT_HOURS = 48;

    private static final int SECONDS_AN_HOUR = 3600;

    /** A mark at {@code position}. */
    public static Mark at(Position position, Instant now) {
        return new Mark(position.sequence(), hourOf(now));
    }

    /** Reads {@link #toString}'s form. */
    public static Mark parse(String text) {
        int at = text.indexOf('@');
        return new Mark(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
    }

    /** Whether {@code position}, of this mark's lane, is absorbed already. */
    public boolean covers(Position position) {
        return position.sequence().compareTo(sequence) <= 0;
    }

    /** Whether no delivery can come from this mark's shard any more. */
    public boolean isStale(Instant now) {
        return hourOf(now) - moved > KEPT_HOURS;
    }

    private static long hourOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS_AN_HOUR);
    }

    @Override
    public String toString() {
        return sequence + "@" + moved;
    }
}
