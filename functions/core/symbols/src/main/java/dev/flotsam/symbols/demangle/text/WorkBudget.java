package dev.flotsam.symbols.demangle.text;

/** Counts what one name has cost so far, in steps and in levels; refuses at {@link Limits}. */
public final class WorkBudget {
    private final int deepest;
    private int steps;
    private int depth;

    /** A budget that allows {@code deepest} levels. */
    public WorkBudget(int deepest) {
        this.deepest = deepest;
    }

    /** One more node was made or written. */
    public void step() {
        if (++steps > Limits.STEPS) {
            throw UnreadableName.beyondLimits();
        }
    }

    /** One level deeper; pair with {@link #leave()}. */
    public void enter() {
        step();
        if (++depth > deepest) {
            throw UnreadableName.beyondLimits();
        }
    }

    /** Back up one level. */
    public void leave() {
        depth--;
    }
}
