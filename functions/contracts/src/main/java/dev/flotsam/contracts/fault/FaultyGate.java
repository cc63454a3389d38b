package dev.flotsam.contracts.fault;

import dev.flotsam.triage.Fault;
import java.util.function.Supplier;

/** Breaks one call, counted from 1, in one way; all others pass. */
public final class FaultyGate implements Gate {
    private final Breakage breakage;
    private final int at;
    private int calls;

    /** Breaks call number {@code at}; 0 breaks none. */
    public FaultyGate(Breakage breakage, int at) {
        this.breakage = breakage;
        this.at = at;
    }

    @Override
    public <T> T call(String what, Supplier<T> call) {
        calls++;
        return calls == at ? breakage.of(what, call) : call.get();
    }

    /** How many calls came so far. */
    public int calls() {
        return calls;
    }

    /** Whether the call that breaks has come. */
    public boolean isBroken() {
        return at > 0 && calls >= at;
    }

    /** How a call breaks. */
    public enum Breakage {
        /** Refused before anything happened. */
        THROTTLED(false, false),
        /** Done, and nobody learns of it. */
        REPLY_LOST(true, false),
        /** The process ends before the call is made. */
        DEAD_BEFORE(false, true),
        /** The process ends once the call is done. */
        DEAD_AFTER(true, true);

        private final boolean done;
        private final boolean deadly;

        Breakage(boolean done, boolean deadly) {
            this.done = done;
            this.deadly = deadly;
        }

        /** Breaks {@code call} in this way. */
        public <T> T of(String what, Supplier<T> call) {
            if (done) {
                T lost = call.get();
                assert lost != null : what + " gave no reply to lose";
            }
            if (deadly) {
                throw new ProcessDeath(what);
            }
            throw new Fault(
                    done ? Fault.Blame.OURS : Fault.Blame.CAPACITY, what + ": " + name() + " by the test", null);
        }
    }
}
