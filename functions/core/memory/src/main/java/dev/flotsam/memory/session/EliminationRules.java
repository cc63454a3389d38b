package dev.flotsam.memory.session;

import static dev.flotsam.memory.session.Flags.says;

import dev.flotsam.memory.session.SessionRecord.Part;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Endings that are no question of memory, in the order in which they are asked (Facebook 2015, and as clients do it):
 * the first that fires decides. What isn't known doesn't fire.
 */
final class EliminationRules {
    /** Before the question whether the app was in front. */
    static final List<Function<Situation, Optional<Finding>>> FIRST = List.of(
            EliminationRules::crashReported,
            EliminationRules::debuggerAttached,
            EliminationRules::automation,
            EliminationRules::exited,
            EliminationRules::userQuit,
            EliminationRules::appChanged,
            EliminationRules::osChanged,
            EliminationRules::rebooted,
            EliminationRules::otherInstallation,
            EliminationRules::trailUnreliable,
            EliminationRules::notEnded,
            EliminationRules::backgroundLaunch,
            MemoryRules::notInFront,
            EliminationRules::mainThreadBlocked,
            EliminationRules::thermalCritical,
            EliminationRules::cpuLimit,
            EliminationRules::batteryEmpty,
            EliminationRules::frontNotTold);

    private static final double EMPTY_BATTERY = 0.01;

    private EliminationRules() {}

    private static Optional<Finding> when(
            Optional<Boolean> fact, boolean value, String name, String rule, Ending ending, double sure, String text) {
        return says(fact, value)
                ? Optional.of(Finding.of(rule, ending, sure, text, Fact.of(name, value)))
                : Optional.empty();
    }

    static Optional<Finding> crashReported(Situation now) {
        return when(
                now.flags().crashed(),
                true,
                "crashed",
                "crash-reported",
                Ending.CRASH,
                0.95,
                "a crash handler ran or the client says that it crashed");
    }

    static Optional<Finding> debuggerAttached(Situation now) {
        return when(
                now.flags().debugger(),
                true,
                "debugger",
                "debugger-attached",
                Ending.DEBUGGER,
                0.95,
                "a debugger was attached: stopping from the IDE looks like a kill");
    }

    static Optional<Finding> automation(Situation now) {
        if (now.record().build().host() == Build.Host.TEST) {
            return Optional.of(Finding.of(
                    "automation", Ending.AUTOMATION, 0.95, "a test runner hosted the code", new Fact("host", "test")));
        }
        return when(
                now.flags().automation(),
                true,
                "automation",
                "automation",
                Ending.AUTOMATION,
                0.95,
                "driven by a test runner, a simulator or a review machine, which kill apps");
    }

    static Optional<Finding> exited(Situation now) {
        return when(now.flags().exited(), true, "exited", "exited", Ending.APP_EXIT, 0.95, "the app ended itself");
    }

    static Optional<Finding> userQuit(Situation now) {
        return when(
                now.flags().userQuit(),
                true,
                "user-quit",
                "user-quit",
                Ending.USER_QUIT,
                0.9,
                "termination was announced: closed by a person, or by the app posting the notification");
    }

    static Optional<Finding> appChanged(Situation now) {
        return when(
                now.unchanged().sameApp(),
                false,
                "same-app",
                "app-changed",
                Ending.APP_UPGRADE,
                0.9,
                "the next launch ran another build: installing it ended this one");
    }

    static Optional<Finding> osChanged(Situation now) {
        return when(
                now.unchanged().sameOs(),
                false,
                "same-os",
                "os-changed",
                Ending.OS_UPGRADE,
                0.9,
                "the next launch ran on another system");
    }

    static Optional<Finding> rebooted(Situation now) {
        return when(
                now.unchanged().sameBoot(),
                false,
                "same-boot",
                "rebooted",
                Ending.REBOOT,
                0.9,
                "the device was restarted before the next launch");
    }

    static Optional<Finding> otherInstallation(Situation now) {
        return when(
                now.unchanged().sameVendor(),
                false,
                "same-vendor",
                "other-installation",
                Ending.UNKNOWN,
                0,
                "reinstalled or restored to another device: the trail is somebody else's");
    }

    static Optional<Finding> trailUnreliable(Situation now) {
        Optional<Long> starts = now.flags().sdkStarts();
        if (starts.isPresent() && starts.get() != 1) {
            return Optional.of(Finding.unknown(
                    "trail-unreliable",
                    "the SDK was started more than once or late: the trail may be of two runs",
                    List.of(),
                    new Fact("sdk-starts", Long.toString(starts.get()))));
        }
        return when(
                now.flags().sdkRunning(),
                false,
                "sdk-running",
                "trail-unreliable",
                Ending.UNKNOWN,
                0,
                "the SDK was stopped before the end");
    }

    static Optional<Finding> notEnded(Situation now) {
        return now.record().part() == Part.START
                ? Optional.of(Finding.unknown(
                        "not-ended",
                        "only the start of the session is known",
                        List.of("end: the session's end record")))
                : Optional.empty();
    }

    static Optional<Finding> backgroundLaunch(Situation now) {
        return when(
                now.flags().backgroundLaunch(),
                true,
                "background-launch",
                "background-launch",
                Ending.BACKGROUND_LAUNCH,
                0.85,
                "launched by the system in the background and never in front: discarding it is normal");
    }

    static Optional<Finding> mainThreadBlocked(Situation now) {
        return when(
                now.flags().hung(),
                true,
                "hung",
                "main-thread-blocked",
                Ending.DEADLOCK,
                0.85,
                "the main thread was blocked at the end: the watchdog or an impatient person ended it");
    }

    static Optional<Finding> thermalCritical(Situation now) {
        return when(
                now.record().conditions().thermalCritical(),
                true,
                "thermal-critical",
                "thermal-critical",
                Ending.THERMAL,
                0.8,
                "the device was too hot");
    }

    static Optional<Finding> cpuLimit(Situation now) {
        return when(
                now.record().conditions().cpuCritical(),
                true,
                "cpu-critical",
                "cpu-limit",
                Ending.CPU_LIMIT,
                0.75,
                "the CPU budget was used up");
    }

    static Optional<Finding> batteryEmpty(Situation now) {
        Conditions conditions = now.record().conditions();
        boolean empty = conditions.battery().orElse(1.0) <= EMPTY_BATTERY && says(conditions.plugged(), false);
        return empty
                ? Optional.of(Finding.of(
                        "battery-empty",
                        Ending.LOW_BATTERY,
                        0.85,
                        "the battery was empty and nothing was plugged in",
                        new Fact("battery", conditions.battery().orElse(0.0).toString())))
                : Optional.empty();
    }

    static Optional<Finding> frontNotTold(Situation now) {
        return now.inFront().isEmpty()
                ? Optional.of(Finding.unknown(
                        "front-not-told",
                        "whether the app was in front isn't recorded",
                        List.of("foreground: was the app in front?")))
                : Optional.empty();
    }
}
