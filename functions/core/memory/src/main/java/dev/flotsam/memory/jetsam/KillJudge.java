package dev.flotsam.memory.jetsam;

import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.Fact;
import dev.flotsam.memory.verdict.FiredRule;
import dev.flotsam.memory.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a killed entry into a verdict, with the facts it stands on. */
final class KillJudge {
    private static final long MEBIBYTE = 1L << 20;

    /** rpages this close to the peak: the process died while it grew. */
    private static final double AT_PEAK = 0.95;

    /** {@code lifetimeMax} counts the footprint only since this major version (XNU 6153). */
    private static final int FOOTPRINT_PEAK_SINCE_IOS = 13;

    private final JetsamEvent event;

    KillJudge(JetsamEvent event) {
        this.event = event;
    }

    /** Judges an entry of the event which has a reason. */
    Kill judge(JetsamProcess process) {
        return judge(process, ProcessKinds.kindOf(process));
    }

    /** Judges an entry known to be an app, whatever its name looks like. */
    Kill judgeApp(JetsamProcess process) {
        return judge(process, ProcessKind.APP);
    }

    private Kill judge(JetsamProcess process, ProcessKind kind) {
        String reason = process.reason().orElseThrow();
        Optional<Long> bytes = event.memory().bytes(process.pages());
        Optional<Long> limit =
                KillReason.teachesLimit(reason) ? bytes.map(exact -> exact / MEBIBYTE * MEBIBYTE) : Optional.empty();
        return new Kill(
                process,
                reason,
                kind,
                kind == ProcessKind.WEB_VIEW ? ownersOf(process) : List.of(),
                bytes,
                event.memory().bytes(process.peakPages()),
                limit,
                verdict(process, reason, kind, bytes));
    }

    private List<String> ownersOf(JetsamProcess webView) {
        return event.processes().stream()
                .filter(other -> webView.coalition() >= 0 && other.coalition() == webView.coalition())
                .filter(other -> ProcessKinds.kindOf(other) == ProcessKind.APP)
                .map(JetsamProcess::name)
                .toList();
    }

    private Verdict verdict(JetsamProcess process, String reason, ProcessKind kind, Optional<Long> bytes) {
        List<FiredRule> rules = new ArrayList<>();
        rules.add(new FiredRule(
                "jetsam-entry-has-reason",
                "Jetsam killed " + process.name() + " (" + kind.wireName() + ")",
                factsOf(process, reason, bytes)));
        peakRule(process).ifPresent(rules::add);
        List<String> missing = new ArrayList<>();
        if (bytes.isEmpty()) {
            missing.add("pageSize or rpages: the class is certain, the bytes are not");
        }
        Conclusion conclusion = conclude(process, reason, kind);
        if (conclusion.ending() == Ending.UNKNOWN && process.states().isEmpty()) {
            missing.add("states");
        }
        rules.add(conclusion.rule());
        return new Verdict(
                conclusion.ending(),
                conclusion.confidence(),
                rules,
                conclusion.ending() == Ending.UNKNOWN
                        ? List.of()
                        : List.of("a crash report of the same process at the same time"),
                List.of(),
                missing);
    }

    private record Conclusion(Ending ending, double confidence, FiredRule rule) {}

    private static Conclusion conclude(JetsamProcess process, String reason, ProcessKind kind) {
        KillReason.Meaning meaning = KillReason.meaning(reason);
        return switch (meaning) {
            case UNKNOWN ->
                conclusion(
                        Ending.UNKNOWN, 0, "unknown-reason", "nobody knows what " + reason + " means; kept as it is");
            case NOT_MEMORY ->
                conclusion(Ending.UNKNOWN, 0, "not-memory", reason + " isn't about memory; not an out-of-memory end");
            case OWN_LIMIT, SYSTEM_MEMORY -> concludeMemory(process, meaning, kind);
        };
    }

    private static Conclusion concludeMemory(JetsamProcess process, KillReason.Meaning meaning, ProcessKind kind) {
        if (kind == ProcessKind.WEB_VIEW || kind == ProcessKind.DAEMON) {
            return conclusion(
                    Ending.UNKNOWN, 0, "no-app-ended", "a " + kind.wireName() + " was killed: no app ended by this");
        }
        if (process.states().isEmpty()) {
            return conclusion(Ending.UNKNOWN, 0, "no-states", "killed for memory; in front or not isn't told");
        }
        if (!process.inFront()) {
            return process.suspended()
                    ? conclusion(Ending.BOOM, 0.99, "not-in-front", "killed for memory while suspended")
                    : conclusion(Ending.BOOM, 0.8, "not-in-front", "killed for memory while not in front");
        }
        return meaning == KillReason.Meaning.OWN_LIMIT
                ? conclusion(Ending.FOOM_LIMIT, 0.99, "own-limit", "killed in front at its own memory limit")
                : conclusion(
                        Ending.FOOM_PRESSURE, 0.97, "system-memory", "killed in front because the system ran short");
    }

    private static Conclusion conclusion(Ending ending, double confidence, String rule, String finding) {
        return new Conclusion(ending, confidence, new FiredRule(rule, finding, List.of()));
    }

    private List<Fact> factsOf(JetsamProcess process, String reason, Optional<Long> bytes) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("reason", reason));
        facts.add(new Fact("states", String.join("+", process.states())));
        bytes.ifPresent(exact -> facts.add(Fact.bytes("footprint", exact)));
        event.memory().bytesOf("free").ifPresent(free -> facts.add(Fact.bytes("device-free", free)));
        event.memory().compressorBytes().ifPresent(size -> facts.add(Fact.bytes("compressor", size)));
        return facts;
    }

    private Optional<FiredRule> peakRule(JetsamProcess process) {
        if (process.pages().isEmpty() || process.peakPages().isEmpty() || !peakIsFootprint()) {
            return Optional.empty();
        }
        long pages = process.pages().get();
        long peak = process.peakPages().get();
        List<Fact> facts =
                List.of(new Fact("rpages", Long.toString(pages)), new Fact("lifetimeMax", Long.toString(peak)));
        return Optional.of(
                pages >= AT_PEAK * peak
                        ? new FiredRule("at-its-peak", "it died at its peak: it was growing, a likely cause", facts)
                        : new FiredRule("below-its-peak", "it died below its peak: more likely a victim", facts));
    }

    private boolean peakIsFootprint() {
        String version = event.os().version();
        int end = 0;
        while (end < version.length() && end < 4 && Character.isDigit(version.charAt(end))) {
            end++;
        }
        return end > 0 && Integer.parseInt(version.substring(0, end)) >= FOOTPRINT_PEAK_SINCE_IOS;
    }
}
