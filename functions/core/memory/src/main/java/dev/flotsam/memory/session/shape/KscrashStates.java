package dev.flotsam.memory.session.shape;

import dev.flotsam.memory.session.MemoryFacts.Pressure;
import java.util.List;
import java.util.Optional;

/** KSCrash's words and numbers for where the app is in its life, and for memory pressure. */
final class KscrashStates {
    /** In the order of KSCrashAppTransitionState, so that a number in memory.bin is an index. */
    private static final List<String> STATES = List.of(
            "startup",
            "prewarm",
            "launching",
            "foregrounding",
            "active",
            "deactivating",
            "background",
            "terminating",
            "exiting");

    private KscrashStates() {}

    static Optional<String> named(long number) {
        return number >= 0 && number < STATES.size() ? Optional.of(STATES.get((int) number)) : Optional.empty();
    }

    static void read(String state, Draft draft) {
        switch (state) {
            case "prewarm" -> {
                draft.backgroundLaunch = Optional.of(true);
                draft.foreground = Optional.of(false);
            }
            case "startup", "launching", "foregrounding", "active" -> draft.foreground = Optional.of(true);
            case "deactivating" -> {
                draft.foreground = Optional.of(true);
                draft.active = Optional.of(false);
            }
            case "background" -> draft.foreground = Optional.of(false);
            case "terminating" -> draft.userQuit = Optional.of(true);
            case "exiting" -> draft.exited = Optional.of(true);
            default -> {
                // A state of tomorrow: where the app was isn't known.
            }
        }
    }

    /** Levels of KSCrashAppMemoryState: 0 normal, 1 warn, 2 urgent, 3 critical, 4 terminal. */
    static Optional<Pressure> pressure(long level) {
        if (level >= 3) {
            return Optional.of(Pressure.CRITICAL);
        }
        return Optional.of(level > 0 ? Pressure.WARN : Pressure.NORMAL);
    }

    static Optional<Pressure> pressure(String word) {
        return switch (word) {
            case "normal" -> Optional.of(Pressure.NORMAL);
            case "warn", "urgent" -> Optional.of(Pressure.WARN);
            case "critical", "terminal" -> Optional.of(Pressure.CRITICAL);
            default -> Optional.empty();
        };
    }
}
