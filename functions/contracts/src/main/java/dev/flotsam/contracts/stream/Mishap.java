package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fault.FaultyGate.Breakage;
import dev.flotsam.contracts.stream.Census.Hardship;
import java.util.Optional;
import java.util.Random;

/**
 * What goes wrong in one invocation.
 *
 * @param breakage how a call breaks, if one does
 * @param timesOut whether Lambda gives up on it there, while it goes on as a zombie
 * @param atCall which call, counted from 1
 */
record Mishap(Optional<Breakage> breakage, boolean timesOut, int atCall) {
    static final Mishap NONE = new Mishap(Optional.empty(), false, 0);

    private static final int LATEST_CALL = 30;

    /** What it is called; empty for none, and for a zombie, which is noted when it ends. */
    Optional<Hardship> hardship() {
        return breakage.map(kind -> switch (kind) {
            case THROTTLED -> Hardship.CALL_THROTTLED;
            case REPLY_LOST -> Hardship.REPLY_LOST;
            case DEAD_BEFORE, DEAD_AFTER -> Hardship.PROCESS_DIED;
        });
    }

    /** None in about half of the invocations. */
    static Mishap draw(Random random) {
        int kind = random.nextInt(10);
        int atCall = 1 + random.nextInt(1 + random.nextInt(LATEST_CALL));
        return switch (kind) {
            case 0 -> breaks(Breakage.THROTTLED, atCall);
            case 1 -> breaks(Breakage.REPLY_LOST, atCall);
            case 2 -> breaks(Breakage.DEAD_BEFORE, atCall);
            case 3 -> breaks(Breakage.DEAD_AFTER, atCall);
            case 4, 5 -> new Mishap(Optional.empty(), true, atCall);
            default -> NONE;
        };
    }

    private static Mishap breaks(Breakage breakage, int atCall) {
        return new Mishap(Optional.of(breakage), false, atCall);
    }
}
