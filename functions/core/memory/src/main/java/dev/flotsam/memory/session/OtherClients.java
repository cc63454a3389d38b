package dev.flotsam.memory.session;

import static dev.flotsam.memory.session.Flags.says;

import dev.flotsam.memory.verdict.OtherAnswer;
import java.util.List;
import java.util.Optional;

/**
 * What other clients' published rules make of the same facts, so that nobody has to guess why two tools disagree. Where
 * a client asks something the record doesn't tell, its rule is answered as if nothing had changed, and says so.
 *
 * <p>Sources: the client versions in docs/formats/session.md.
 */
final class OtherClients {
    private static final String NONE = "no verdict";
    private static final String ELIMINATED = "nothing else explains the end";

    private OtherClients() {}

    static List<OtherAnswer> answers(Situation now) {
        return List.of(
                sentry(now, "sentry-cocoa"),
                sentry(now, "dd-sdk-ios"),
                bugsnag(now),
                matrix(now),
                oomDetector(now),
                kscrash25(now),
                kscrashDevelop(now),
                backtrace(now));
    }

    private record Case(boolean holds, String answer, String because) {}

    private static OtherAnswer first(String client, Case... cases) {
        for (Case one : cases) {
            if (one.holds()) {
                return new OtherAnswer(client, one.answer(), one.because());
            }
        }
        throw new IllegalStateException(client + " needs a last case that always holds");
    }

    private static boolean changed(Situation now) {
        return says(now.unchanged().sameApp(), false)
                || says(now.unchanged().sameOs(), false)
                || says(now.unchanged().sameBoot(), false);
    }

    private static boolean told(Optional<Boolean> flag) {
        return says(flag, true);
    }

    private static OtherAnswer sentry(Situation now, String client) {
        Flags flags = now.flags();
        boolean otherStart = flags.sdkStarts().orElse(1L) != 1 || says(flags.sdkRunning(), false);
        return first(
                client,
                new Case(told(flags.automation()), NONE, "simulator or tests"),
                new Case(
                        changed(now) || says(now.unchanged().sameVendor(), false), NONE, "app, system or boot changed"),
                new Case(told(flags.debugger()), NONE, "debugger"),
                new Case(told(flags.userQuit()), NONE, "terminated"),
                new Case(told(flags.crashed()), NONE, "crashed"),
                new Case(!told(now.inFront()), NONE, "not active"),
                new Case(told(flags.hung()), NONE, "hang under way"),
                new Case(otherStart, NONE, "SDK not running, or started more than once"),
                new Case(true, "watchdog termination", ELIMINATED));
    }

    private static OtherAnswer bugsnag(Situation now) {
        Flags flags = now.flags();
        boolean terminating = told(flags.userQuit());
        boolean otherRun =
                says(now.unchanged().sameBoot(), false) || says(now.unchanged().sameApp(), false);
        return first(
                "bugsnag-cocoa",
                new Case(told(flags.crashed()), "crash", "crash file"),
                new Case(told(flags.hung()) && !terminating, "app hang", "hang file"),
                new Case(now.record().build().host() == Build.Host.EXTENSION, NONE, "extension"),
                new Case(terminating, NONE, "terminating"),
                new Case(told(flags.debugger()), NONE, "debugger"),
                new Case(otherRun, NONE, "version or boot changed"),
                new Case(!told(now.inFront()), NONE, "not in front or not active"),
                new Case(told(now.record().conditions().thermalCritical()), "thermal kill", "thermal state"),
                new Case(true, "Out Of Memory", ELIMINATED));
    }

    private static OtherAnswer matrix(Situation now) {
        Flags flags = now.flags();
        Optional<Boolean> front = flags.foreground();
        return first(
                "matrix-ios",
                new Case(told(flags.crashed()), "NormalCrash", "isAppCrashed"),
                new Case(told(flags.userQuit()), "QuitByUser", "isAppQuitByUser"),
                new Case(told(flags.exited()), "QuitByExit", "isAppQuitByExit"),
                new Case(told(flags.suspended()), "AppSuspendOOM", "suspended or background fetch"),
                new Case(says(now.unchanged().sameApp(), false), "APPVersionChange", "app UUID"),
                new Case(says(now.unchanged().sameOs(), false), "OSVersionChange", "system version"),
                new Case(says(now.unchanged().sameBoot(), false), "OSReboot", "start of the system"),
                new Case(says(front, false), "AppBackgroundOOM", "background flag"),
                new Case(told(front) && told(flags.hung()), "AppForegroundDeadLoop", "main thread blocked"),
                new Case(told(front) && !says(flags.active(), false), "AppForegroundOOM", ELIMINATED),
                new Case(true, "OtherReason", "neither in front nor in background"));
    }

    private static OtherAnswer oomDetector(Situation now) {
        Flags flags = now.flags();
        boolean sameVersions =
                !says(now.unchanged().sameApp(), false) && !says(now.unchanged().sameOs(), false);
        boolean candidate =
                told(flags.foreground()) && !told(flags.userQuit()) && !told(flags.exited()) && sameVersions;
        return first(
                "oomdetector",
                new Case(told(flags.crashed()), "crash", "isCrashed"),
                new Case(!candidate, "none", "not in front, exit, or another version"),
                new Case(told(flags.hung()), "deadlock", "isDeadLock"),
                new Case(true, "foom", ELIMINATED));
    }

    private static OtherAnswer kscrash25(Situation now) {
        Flags flags = now.flags();
        boolean level = now.ratio().orElse(0.0) >= MemoryRules.HEAVY;
        boolean leaving = told(flags.userQuit()) || told(flags.exited()) || told(flags.backgroundLaunch());
        return first(
                "kscrash-2.5",
                new Case(told(flags.crashed()), "none", "fatal"),
                new Case(!level && !now.pressureCritical(), "none", "below 75 % and no critical pressure"),
                new Case(leaving || !told(flags.foreground()), "not reported", "not perceptible"),
                new Case(true, "memory_termination", level ? "75 % of the limit or more" : "critical pressure"));
    }

    private static OtherAnswer kscrashDevelop(Situation now) {
        Optional<String> own = now.record().clientAnswer().filter(answer -> switch (now.record()
                .shape()) {
            case KSCRASH_TERMINATION, KSCRASH_RUN_SUMMARY -> true;
            default -> false;
        });
        if (own.isPresent()) {
            return new OtherAnswer("kscrash-develop", own.get(), "its own words");
        }
        Flags flags = now.flags();
        Conditions conditions = now.record().conditions();
        boolean level = now.ratio().orElse(0.0) >= MemoryRules.HEAVY;
        return first(
                "kscrash-develop",
                new Case(told(flags.exited()) || told(flags.userQuit()), "clean", "clean shutdown"),
                new Case(told(flags.crashed()), "crash", "fatal reported"),
                new Case(told(flags.hung()), "hang", "hang in progress"),
                new Case(says(now.unchanged().sameOs(), false), "os_upgrade", "system version"),
                new Case(says(now.unchanged().sameApp(), false), "app_upgrade", "app version"),
                new Case(says(now.unchanged().sameBoot(), false), "reboot", "boot"),
                new Case(level, "memory_limit", "75 % of the limit or more"),
                new Case(now.pressureCritical(), "memory_pressure", "critical pressure"),
                new Case(told(conditions.cpuCritical()), "cpu", "CPU state"),
                new Case(told(conditions.thermalCritical()), "thermal", "thermal state"),
                new Case(EliminationRules.batteryEmpty(now).isPresent(), "low_battery", "battery"),
                new Case(true, "unexplained", "nothing fits"));
    }

    private static OtherAnswer backtrace(Situation now) {
        Flags flags = now.flags();
        boolean otherVersions =
                says(now.unchanged().sameApp(), false) || says(now.unchanged().sameOs(), false);
        return first(
                "backtrace-cocoa",
                new Case(told(flags.userQuit()), NONE, "state file deleted on termination"),
                new Case(told(flags.debugger()), NONE, "debugger"),
                new Case(otherVersions, NONE, "another version"),
                new Case(!now.warned() && !now.pressureCritical(), NONE, "no memory warning"),
                new Case(true, "out of memory", "memory warning"));
    }
}
