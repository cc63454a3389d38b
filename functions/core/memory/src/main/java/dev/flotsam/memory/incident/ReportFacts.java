package dev.flotsam.memory.incident;

import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.report.ParsedReport;
import dev.flotsam.report.ParsedReport.Termination;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report with a stack says about the end of a run.
 *
 * @param captured when, by the report's own clock
 * @param launched when the process was started
 * @param appId bundle identifier; empty if unknown
 * @param name process name; empty if unknown
 * @param version marketing version; empty if unknown
 * @param build build number; empty if unknown
 * @param run the client's run identifier, if the report carries one (KSCrash 2.6's {@code report.run_id}, or {@code
 *     run_id} beside Apple's members); empty otherwise
 * @param ending the class by the report's termination code
 * @param words what ended it, for people
 */
public record ReportFacts(
        Optional<Instant> captured,
        Optional<Instant> launched,
        String appId,
        String name,
        String version,
        String build,
        String run,
        Ending ending,
        String words) {
    /** Apple, "Understanding the exception types in a crash report": ate bad food, too hot to handle, dead fa11. */
    private static final long WATCHDOG = 0x8badf00dL;

    private static final long TOO_HOT = 0xc00010ffL;
    private static final long FORCE_QUIT = 0xdeadfa11L;

    public ReportFacts {
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(words, "words");
    }

    /** The facts of a parsed report. */
    public static ReportFacts of(ParsedReport report) {
        return new ReportFacts(
                report.incident().captured(),
                report.incident().launched(),
                report.app().id(),
                report.process().name(),
                report.app().version(),
                report.app().build(),
                report.leftovers()
                        .getOrDefault("report.run_id", report.leftovers().getOrDefault("run_id", "")),
                report.termination()
                        .flatMap(Termination::code)
                        .map(ReportFacts::ending)
                        .orElse(Ending.CRASH),
                words(report));
    }

    private static Ending ending(long code) {
        long low = code & 0xffff_ffffL;
        if (low == WATCHDOG) {
            return Ending.WATCHDOG;
        }
        if (low == TOO_HOT) {
            return Ending.THERMAL;
        }
        return low == FORCE_QUIT ? Ending.USER_QUIT : Ending.CRASH;
    }

    private static String words(ParsedReport report) {
        return report.exception()
                .map(exception -> exception.name().isEmpty()
                        ? (exception.type() + " " + exception.signal()).strip()
                        : exception.name())
                .filter(text -> !text.isEmpty())
                .or(() -> report.termination().map(Termination::namespace))
                .orElse("a crash");
    }
}
