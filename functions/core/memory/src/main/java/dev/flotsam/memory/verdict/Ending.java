package dev.flotsam.memory.verdict;

import java.util.Optional;

/**
 * Why a process ended. The wire names are a contract: they stand in records, URLs and documents.
 *
 * <p>{@link #UNKNOWN} is an honest answer: the record lacks the facts, or no rule may conclude from them.
 */
public enum Ending {
    /** Foreground, killed at the process's own memory limit. */
    FOOM_LIMIT("foom-limit"),
    /** Foreground, killed because the system ran short of memory: the app may be cause or victim. */
    FOOM_PRESSURE("foom-pressure"),
    /** Out of memory in background or suspended. */
    BOOM("boom"),
    /** Killed by the system's watchdog, which left a report (0x8badf00d). */
    WATCHDOG("watchdog"),
    /** The main thread hung when the process ended. */
    DEADLOCK("deadlock"),
    /** A crash: a report or a handler says so. */
    CRASH("crash"),
    /** The app ended itself: exit, abort, atexit. */
    APP_EXIT("app-exit"),
    /** A person closed the app. */
    USER_QUIT("user-quit"),
    /** The app was replaced by another build. */
    APP_UPGRADE("app-upgrade"),
    /** The operating system was replaced. */
    OS_UPGRADE("os-upgrade"),
    /** The device was restarted. */
    REBOOT("reboot"),
    /** The device was too hot. */
    THERMAL("thermal"),
    /** The process used too much CPU time. */
    CPU_LIMIT("cpu-limit"),
    /** The battery was empty. */
    LOW_BATTERY("low-battery"),
    /** A debugger was attached: stopping from the IDE looks like a kill. */
    DEBUGGER("debugger"),
    /** A test runner, a simulator, a review machine. */
    AUTOMATION("automation"),
    /** Launched by the system in the background and discarded, never seen by anyone. */
    BACKGROUND_LAUNCH("background-launch"),
    /** The record doesn't tell. */
    UNKNOWN("unknown");

    private final String wireName;

    Ending(String wireName) {
        this.wireName = wireName;
    }

    /** The name used outside the JVM. */
    public String wireName() {
        return wireName;
    }

    /** Whether a person saw the app vanish because memory ran out. */
    public boolean foom() {
        return this == FOOM_LIMIT || this == FOOM_PRESSURE;
    }

    /** The ending of that wire name. */
    public static Optional<Ending> named(String wireName) {
        for (Ending ending : values()) {
            if (ending.wireName.equals(wireName)) {
                return Optional.of(ending);
            }
        }
        return Optional.empty();
    }
}
