package dev.flotsam.triage.examine;

import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.memory.portrait.PortraitReport;
import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.ExceptionInfo;
import dev.flotsam.report.ParsedReport.Termination;
import dev.flotsam.triage.Text;
import java.util.Optional;

/** A report's cause in one sentence that a person understands who never read a crash log. */
public final class Sentence {
    private static final long MEBIBYTE = 1L << 20;
    private static final int LONGEST_CLASS = 120;
    private static final long NEAR_NULL = 0x4000;

    private Sentence() {}

    /** The cause of a stack's report. */
    public static String of(Finding.Stack stack) {
        return cause(stack.report()) + where(stack) + ".";
    }

    /** The cause of a JetsamEvent's kills. */
    public static String of(Finding.Jetsam jetsam) {
        return jetsam.kills().stream()
                .findFirst()
                .map(signed -> of(signed.kill()))
                .orElse("The system ran short of memory and killed no app.");
    }

    /** Why a session ended. */
    public static String of(Finding.Session session) {
        String scene = session.record().scene().isBlank()
                ? ""
                : ", in " + session.record().scene().strip();
        return session.verdict().reason() + scene + ".";
    }

    /** How much memory a run used. */
    public static String of(Finding.Warning warning) {
        String limit = warning.limit()
                .map(bytes -> " of the " + bytes / MEBIBYTE + " MiB that its device allows")
                .orElse("");
        return "A run used " + warning.warning().highest() / MEBIBYTE + " MiB" + limit + ", and ended later.";
    }

    /** How the system ended an app on one device and day. */
    public static String of(Finding.Exits exits) {
        return "MetricKit counted " + exits.metrics().foregroundExits() + " exits in front, "
                + exits.metrics().foregroundMemoryLimit() + " of them at the memory limit.";
    }

    /** Where most of a run's memory was allocated. */
    public static String of(NamedAllocations named) {
        return named.heaviest().stream().findFirst().map(Sentence::of).orElse("No allocations were recorded.");
    }

    private static String of(HeavyStack stack) {
        String place = stack.place();
        return Math.round(100 * stack.share()) + " % of the recorded memory, " + stack.bytes() / MEBIBYTE
                + " MiB, was allocated in " + (place.isEmpty() ? "a place without a name" : place) + ".";
    }

    /** Who keeps most of the memory. */
    public static String of(Finding.Portrait portrait) {
        PortraitReport report = portrait.report();
        String whole = report.bytes() / MEBIBYTE + " MiB in " + report.nodes() + " nodes";
        return report.retainers().stream()
                .findFirst()
                .map(most -> Text.shorten(most.node().className(), LONGEST_CLASS) + " keeps "
                        + most.node().retained() / MEBIBYTE + " MiB of " + whole + ".")
                .orElse("Nothing keeps much of " + whole + ".");
    }

    private static String of(Kill kill) {
        String size =
                kill.bytes().map(bytes -> " at " + bytes / MEBIBYTE + " MiB").orElse("");
        String limit = kill.limitBytes()
                .map(bytes -> ", its limit on this device")
                .orElse(", because the system ran short of memory (" + kill.reason() + ")");
        return "The system killed " + kill.process().name() + size + limit + ".";
    }

    private static String cause(ParsedReport report) {
        Optional<ExceptionInfo> exception = report.exception();
        String signal = exception.map(ExceptionInfo::signal).orElse("");
        String type = exception.map(ExceptionInfo::type).orElse("");
        if (!exception.map(ExceptionInfo::name).orElse("").isEmpty()) {
            return "The app threw an exception that nobody caught, "
                    + exception.get().name();
        }
        return switch (type.isEmpty() ? signal : type) {
            case "EXC_BAD_ACCESS", "SIGSEGV", "SIGBUS" -> badAccess(exception.orElseThrow());
            case "EXC_BREAKPOINT", "SIGTRAP" -> "The app stopped itself at a failed check, such as a forced unwrap";
            case "EXC_BAD_INSTRUCTION", "SIGILL" -> "The app ran an instruction that the processor refuses";
            case "EXC_ARITHMETIC", "SIGFPE" -> "The app divided by zero or made another arithmetic error";
            case "EXC_GUARD" -> "The app touched a guarded resource, such as another's file descriptor";
            case "EXC_RESOURCE" -> "The app used more of a resource than the system allows";
            case "EXC_CRASH", "SIGABRT", "SIGKILL" -> ended(report, signal);
            default -> other(report);
        };
    }

    private static String badAccess(ExceptionInfo exception) {
        if (exception.address().isEmpty()) {
            return "The app used memory that isn't its own";
        }
        long address = exception.address().get();
        String shown = "0x" + Long.toHexString(address);
        return address >= 0 && address < NEAR_NULL
                ? "The app used a null pointer (address " + shown + ")"
                : "The app used memory that isn't its own (address " + shown + ")";
    }

    private static String ended(ParsedReport report, String signal) {
        Optional<Termination> termination = report.termination();
        Optional<Long> code = termination.flatMap(Termination::code);
        if (code.isPresent() && code.get() == 0x8badf00dL) {
            return "The system's watchdog ended the app because it didn't answer in time";
        }
        if (signal.equals("SIGKILL")) {
            return "The system ended the app"
                    + termination.map(it -> " (" + it.namespace() + ")").orElse("");
        }
        return report.lastExceptionBacktrace().isEmpty()
                ? "The app aborted"
                : "The app threw an exception that nobody caught";
    }

    private static String other(ParsedReport report) {
        return switch (report.kind()) {
            case CRASH, USER_REPORTED -> "The app crashed";
            case HANG -> "The app's main thread hung";
            case CPU -> "The app used more processor time than the system allows";
            case WAKEUPS -> "The app woke the processor more often than the system allows";
            case DISK_WRITES -> "The app wrote more to disk than the system allows";
            case MEMORY -> "The app ran out of memory";
            case APP_LAUNCH -> "The app was slow to launch";
            case TERMINATION -> "The system ended the app";
            case SAMPLE -> "The app was sampled";
        };
    }

    private static String where(Finding.Stack stack) {
        return stack.frames().stream()
                .filter(frame -> frame.inApp() && !frame.brief().isEmpty())
                .findFirst()
                .map(frame -> ", in " + frame.brief())
                .orElse("");
    }
}
