package dev.flotsam.memory.session;

import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.FiredRule;
import dev.flotsam.memory.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges one run by its record, with the next launch of the same installation if there is one. A pure function: the
 * same facts give the same verdict, whenever they arrive.
 */
public final class SessionJudge {
    /** What a FOOM loses in confidence for each comparison that nobody made. */
    private static final double UNCOMPARED = 0.05;

    private final KnownLimits known;

    /** A judge who knows these limits. */
    public SessionJudge(KnownLimits known) {
        this.known = known;
    }

    /**
     * Why the run ended.
     *
     * @param record the run's record
     * @param next the record of the next launch of the same installation
     */
    public Verdict judge(SessionRecord record, Optional<SessionRecord> next) {
        Situation now = Situation.of(record, next, known);
        Finding finding = EliminationRules.FIRST.stream()
                .map(rule -> rule.apply(now))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> MemoryRules.judge(now));
        List<String> uncompared = uncompared(now.unchanged());
        boolean memory = finding.ending().foom() || finding.ending() == Ending.BOOM;
        double confidence =
                memory ? Math.max(0.3, finding.confidence() - UNCOMPARED * uncompared.size()) : finding.confidence();
        List<String> missing = new ArrayList<>(finding.missing());
        if (memory) {
            missing.addAll(uncompared);
        }
        return new Verdict(
                finding.ending(),
                confidence,
                List.of(new FiredRule(finding.rule(), finding.sentence(), finding.facts())),
                overturnedBy(finding, uncompared),
                OtherClients.answers(now),
                missing);
    }

    private static List<String> uncompared(Unchanged unchanged) {
        List<String> missing = new ArrayList<>();
        if (unchanged.sameApp().isEmpty()) {
            missing.add("same-app: the next launch's version");
        }
        if (unchanged.sameOs().isEmpty()) {
            missing.add("same-os: the next launch's system");
        }
        if (unchanged.sameBoot().isEmpty()) {
            missing.add("same-boot: restarted in between or not");
        }
        return missing;
    }

    private static List<String> overturnedBy(Finding finding, List<String> uncompared) {
        List<String> overturned = new ArrayList<>();
        if (finding.ending() != Ending.CRASH) {
            overturned.add("a crash report of this run");
        }
        if (finding.ending() == Ending.UNKNOWN) {
            overturned.add("a JetsamEvent that lists this run as killed, or a memoryException of it");
        } else {
            overturned.add("a JetsamEvent that lists this run as killed for another reason");
        }
        if (finding.ending().foom() && !uncompared.isEmpty()) {
            overturned.add("a next launch with another app build, system build or boot");
        }
        return overturned;
    }
}
