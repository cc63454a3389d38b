package dev.flotsam.memory.session;

import java.util.Optional;

/**
 * What the process knew about itself at the end. Absent is never "false".
 *
 * @param debugger a debugger was attached
 * @param automation driven by a test runner, a simulator or a review machine
 * @param exited exit, abort or an atexit handler ran
 * @param userQuit the system announced termination (applicationWillTerminate)
 * @param crashed a crash handler ran or the client says it crashed
 * @param hung the main thread was blocked at the end
 * @param foreground in front, whether or not active
 * @param active receiving events; in front but inactive is a call overlay or the control centre
 * @param suspended not scheduled any more
 * @param backgroundLaunch launched by the system in the background and never in front
 * @param sdkRunning the recording SDK ran to the end
 * @param sdkStarts how often the SDK was started in this process; anything but once spoils the trail
 */
public record Flags(
        Optional<Boolean> debugger,
        Optional<Boolean> automation,
        Optional<Boolean> exited,
        Optional<Boolean> userQuit,
        Optional<Boolean> crashed,
        Optional<Boolean> hung,
        Optional<Boolean> foreground,
        Optional<Boolean> active,
        Optional<Boolean> suspended,
        Optional<Boolean> backgroundLaunch,
        Optional<Boolean> sdkRunning,
        Optional<Long> sdkStarts) {

    /** Whether a person looked at the app: in front and not known to be inactive. */
    public Optional<Boolean> inFront() {
        if (says(foreground, false) || says(active, false) || says(suspended, true)) {
            return Optional.of(false);
        }
        return foreground.or(() -> active);
    }

    /** Whether a flag is there and has that value. */
    static boolean says(Optional<Boolean> flag, boolean value) {
        return flag.isPresent() && flag.get() == value;
    }

    /** These facts, and the other record's of the same run where these are silent. */
    Flags or(Flags other) {
        return new Flags(
                debugger.or(other::debugger),
                automation.or(other::automation),
                exited.or(other::exited),
                userQuit.or(other::userQuit),
                crashed.or(other::crashed),
                hung.or(other::hung),
                foreground.or(other::foreground),
                active.or(other::active),
                suspended.or(other::suspended),
                backgroundLaunch.or(other::backgroundLaunch),
                sdkRunning.or(other::sdkRunning),
                sdkStarts.or(other::sdkStarts));
    }
}
