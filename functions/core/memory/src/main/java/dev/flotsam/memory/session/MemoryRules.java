package dev.flotsam.memory.session;

import static dev.flotsam.memory.session.Flags.says;

import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What memory says, once nothing else explains the end. Elimination alone never makes a FOOM: without a figure near the
 * limit, a warning or critical pressure the answer is unknown.
 */
final class MemoryRules {
    /** From here on a footprint is near its limit: clients write it every half second, and a leak outruns that. */
    static final double NEAR = 0.90;

    /** KSCrash's "critical": below NEAR it convicts only with a second witness. */
    static final double HEAVY = 0.75;

    /** Below this share of the limit the app wasn't the one that ran out. */
    static final double PLENTY = 0.50;

    private static final double RISING_FROM = 0.60;

    private static final List<Function<Situation, Optional<Finding>>> EVIDENCE = List.of(
            MemoryRules::nearLimit, MemoryRules::pressureCritical, MemoryRules::risingToLimit, MemoryRules::warned);

    private MemoryRules() {}

    /** The memory verdict of an app that was in front. */
    static Finding judge(Situation now) {
        return evidence(now).orElseGet(() -> absence(now));
    }

    /** Not in front: out of memory counts as BOOM, and without evidence nothing can be said. */
    static Optional<Finding> notInFront(Situation now) {
        if (!says(now.inFront(), false)) {
            return Optional.empty();
        }
        return Optional.of(evidence(now)
                .map(finding -> new Finding(
                        "out-of-memory-not-in-front",
                        Ending.BOOM,
                        Math.min(0.7, finding.confidence()),
                        "not in front at the end, and memory had run out: " + finding.sentence(),
                        finding.facts(),
                        finding.missing()))
                .orElseGet(() -> Finding.unknown(
                        "not-in-front",
                        "not in front at the end: the system may discard it for many reasons",
                        missingFigures(now),
                        facts(now))));
    }

    private static Optional<Finding> evidence(Situation now) {
        return EVIDENCE.stream()
                .map(rule -> rule.apply(now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Finding> nearLimit(Situation now) {
        return now.ratio().filter(ratio -> ratio >= NEAR).map(ratio -> {
            double confidence = Math.min(0.95, 0.8 + (ratio - NEAR) * 1.5);
            double deduction =
                    (now.limitLearned() ? 0.05 : 0) + (now.record().memory().resident() ? 0.1 : 0);
            return Finding.of(
                    "near-limit",
                    Ending.FOOM_LIMIT,
                    confidence - deduction,
                    "in front, unexplained, and the footprint stood at " + percent(ratio) + " of the limit",
                    facts(now));
        });
    }

    private static Optional<Finding> pressureCritical(Situation now) {
        if (!now.pressureCritical() || now.plentyOnDevice()) {
            return Optional.empty();
        }
        boolean heavy = now.ratio().orElse(0.0) >= HEAVY;
        return Optional.of(
                heavy
                        ? Finding.of(
                                "pressure-critical",
                                Ending.FOOM_LIMIT,
                                0.8,
                                "memory pressure was critical and the footprint high: it grew to its limit",
                                facts(now))
                        : Finding.of(
                                "pressure-critical",
                                Ending.FOOM_PRESSURE,
                                now.record().memory().deviceFree().isPresent() ? 0.7 : 0.55,
                                "memory pressure was critical and the app far from its own limit",
                                facts(now)));
    }

    private static Optional<Finding> risingToLimit(Situation now) {
        return now.ratio()
                .filter(ratio -> ratio >= RISING_FROM && now.rising())
                .map(ratio -> Finding.of(
                        "rising-to-limit",
                        Ending.FOOM_LIMIT,
                        0.7,
                        "the footprint rose to " + percent(ratio) + " of the limit at the last sample",
                        facts(now)));
    }

    private static Optional<Finding> warned(Situation now) {
        if (!now.warned() || now.ratio().orElse(1.0) < PLENTY) {
            return Optional.empty();
        }
        return Optional.of(
                now.ratio().isPresent()
                        ? Finding.of(
                                "memory-warned",
                                Ending.FOOM_LIMIT,
                                0.6,
                                "memory warnings were received at more than half of the limit",
                                facts(now))
                        : new Finding(
                                "memory-warned",
                                Ending.FOOM_PRESSURE,
                                0.5,
                                "memory warnings were received; own limit or the system's isn't told",
                                List.of(facts(now)),
                                missingFigures(now)));
    }

    private static Finding absence(Situation now) {
        Optional<Double> ratio = now.ratio();
        if (ratio.isEmpty()) {
            return Finding.unknown(
                    "no-memory-facts",
                    "nothing explains the end, and the record doesn't tell how memory stood",
                    missingFigures(now),
                    facts(now));
        }
        return ratio.get() < PLENTY
                ? Finding.unknown(
                        "plenty-free",
                        "unexplained, but only " + percent(ratio.get()) + " of the limit was used",
                        List.of(),
                        facts(now))
                : Finding.unknown(
                        "steady-below-limit",
                        "unexplained; a steady " + percent(ratio.get())
                                + " of the limit without a warning proves nothing",
                        List.of(),
                        facts(now));
    }

    private static List<String> missingFigures(Situation now) {
        List<String> missing = new ArrayList<>();
        if (now.footprint().isEmpty()) {
            missing.add("footprint: memory used at the end");
        }
        if (now.limit().isEmpty()) {
            missing.add("limit: of this device and system, or memory available");
        }
        if (now.record().memory().pressure().isEmpty()
                && now.record().memory().warnings().isEmpty()) {
            missing.add("pressure: memory warnings or pressure events");
        }
        return missing;
    }

    static Fact[] facts(Situation now) {
        List<Fact> facts = new ArrayList<>();
        MemoryFacts memory = now.record().memory();
        now.footprint()
                .ifPresent(bytes -> facts.add(Fact.bytes(memory.resident() ? "resident-size" : "footprint", bytes)));
        now.limit().ifPresent(bytes -> facts.add(Fact.bytes(now.limitLearned() ? "learned-limit" : "limit", bytes)));
        memory.pressure()
                .ifPresent(level -> facts.add(new Fact("pressure", level.name().toLowerCase(Locale.ROOT))));
        memory.warnings().ifPresent(count -> facts.add(new Fact("warnings", Long.toString(count))));
        memory.deviceFree().ifPresent(bytes -> facts.add(Fact.bytes("device-free", bytes)));
        return facts.toArray(new Fact[0]);
    }

    private static String percent(double ratio) {
        return Math.round(ratio * 100) + " %";
    }
}
