package dev.flotsam.triage.health;

import java.util.OptionalInt;

/**
 * What one record adds to the health of its app's version. How the run ended is the report's outcome, which may be
 * revised; this never is.
 *
 * @param kind what kind of record
 * @param sessions sessions that a person saw
 * @param share highest memory of the run, in thousandths of the limit
 * @param exits MetricKit's exits in front, whatever the cause
 * @param limitExits of them, those at the memory limit
 */
public record Run(Kind kind, int sessions, OptionalInt share, int exits, int limitExits) {
    /** Sessions or exits that one record can claim: a day or a run has fewer, a forged record must not. */
    public static final int MOST = 1_000;

    /** Thousandths that are told apart; a figure beyond twice the limit is measured wrongly. */
    public static final int MOST_SHARE = 2_000;

    private static final int NEAR = 900;

    public Run {
        sessions = Math.clamp(sessions, 0, MOST);
        exits = Math.clamp(exits, 0, MOST);
        limitExits = Math.clamp(limitExits, 0, exits);
        share = share.isPresent() ? OptionalInt.of(Math.clamp(share.getAsInt(), 0, MOST_SHARE)) : share;
    }

    /** What kind of record it is. */
    public enum Kind {
        /** A session record or run summary. */
        SESSION('s'),
        /** An OOM warning. */
        WARNING('w'),
        /** MetricKit's exit counts of a device and day. */
        EXITS('x');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    /** Whether its memory went above 90 % of the limit. */
    public boolean isNear() {
        return share.isPresent() && share.getAsInt() > NEAR;
    }

    /** Reads {@link #toString}'s form. */
    public static Run parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 5 || parts[0].length() != 1) {
            throw new IllegalArgumentException("not a run: \"" + text + "\"");
        }
        for (Kind kind : Kind.values()) {
            if (kind.letter == parts[0].charAt(0)) {
                return new Run(
                        kind,
                        Integer.parseInt(parts[1]),
                        parts[2].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[2])),
                        Integer.parseInt(parts[3]),
                        Integer.parseInt(parts[4]));
            }
        }
        throw new IllegalArgumentException("no run is of kind \"" + parts[0] + "\"");
    }

    /** A few bytes: it is stored with every report. */
    @Override
    public String toString() {
        return kind.letter + ":" + sessions + ":" + (share.isPresent() ? share.getAsInt() : "") + ":" + exits + ":"
                + limitExits;
    }
}
