package dev.flotsam.memory.incident;

import dev.flotsam.memory.incident.RunTrail.Run;
import dev.flotsam.memory.jetsam.EndInEvent;
import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.session.SessionJudge;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.memory.verdict.Fact;
import dev.flotsam.memory.verdict.FiredRule;
import dev.flotsam.memory.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The verdict on a run by all its witnesses. Who saw the end decides: a crash report, else a JetsamEvent's kill, else
 * MetricKit's memory exception, else the record with its rules.
 */
final class RunVerdict {
    private static final double SEEN = 0.98;
    private static final String CRASH_REPORT = "a crash report of this run";

    private final SessionJudge judge;

    RunVerdict(KnownLimits known) {
        this.judge = new SessionJudge(known);
    }

    Incident incident(Run run, Optional<Run> next, List<Witness> witnesses) {
        Optional<Long> highest = witnesses.stream()
                .filter(Witness.Warning.class::isInstance)
                .map(witness -> ((Witness.Warning) witness).warning().highest())
                .max(Comparator.naturalOrder());
        SessionRecord record = highest.map(run.record()::withHighest).orElse(run.record());
        Verdict alone = judge.judge(record, next.map(Run::asNextLaunch));
        Optional<Seen> seen = seen(record, witnesses);
        Verdict verdict = seen.map(found -> joined(found, alone)).orElse(alone);
        return new Incident(
                run.key(),
                seen.flatMap(Seen::at)
                        .or(() -> record.run().lastSeen())
                        .or(() -> record.run().started()),
                record.build().appId(),
                record.build().version(),
                verdict,
                seen.map(Seen::witness).orElse(run.fullest()),
                seen.map(found -> alone),
                Optional.of(record),
                Stream.concat(run.witnesses().stream(), witnesses.stream().map(Witness::id))
                        .sorted()
                        .toList());
    }

    /**
     * An end that somebody saw.
     *
     * @param witness who saw it
     * @param ending its class
     * @param confidence how sure that witness is
     * @param rules what it said
     * @param at when
     * @param overturnedBy who would have the say instead
     * @param missing what it lacked
     */
    record Seen(
            String witness,
            Ending ending,
            double confidence,
            List<FiredRule> rules,
            Optional<Instant> at,
            List<String> overturnedBy,
            List<String> missing) {}

    private static Optional<Seen> seen(SessionRecord record, List<Witness> witnesses) {
        return witnesses.stream()
                .map(witness -> seen(witness, record))
                .flatMap(Optional::stream)
                .min(Comparator.comparing((Ranked ranked) -> ranked.rank()))
                .map(Ranked::seen);
    }

    private record Ranked(int rank, Seen seen) {}

    private static Optional<Ranked> seen(Witness witness, SessionRecord record) {
        return switch (witness) {
            case Witness.Crash crash -> Optional.of(new Ranked(0, crash(crash)));
            case Witness.Jetsam jetsam ->
                Testimony.killed(jetsam.event(), record.build())
                        .map(EndInEvent.Killed::kill)
                        .filter(kill -> kill.verdict().ending() != Ending.UNKNOWN)
                        .map(kill -> new Ranked(1, kill(jetsam, kill)));
            case Witness.MemoryException exception ->
                Optional.of(
                        new Ranked(2, memoryException(exception, record.flags().inFront())));
            case Witness.Session _, Witness.Warning _, Witness.Picture _ -> Optional.empty();
        };
    }

    static Seen crash(Witness.Crash crash) {
        ReportFacts facts = crash.facts();
        return new Seen(
                crash.id(),
                facts.ending(),
                SEEN,
                List.of(new FiredRule(
                        "crash-report-joined",
                        "a report of the same run says how it ended: " + facts.words(),
                        List.of(new Fact("report", crash.id())))),
                facts.captured(),
                List.of(),
                List.of());
    }

    static Seen kill(Witness.Jetsam jetsam, Kill kill) {
        List<FiredRule> rules = new ArrayList<>(kill.verdict().rules());
        rules.add(new FiredRule(
                "jetsam-event-joined",
                "the kernel's own list says who was killed and why",
                List.of(new Fact("report", jetsam.id()), new Fact("reason", kill.reason()))));
        return new Seen(
                jetsam.id(),
                kill.verdict().ending(),
                kill.verdict().confidence(),
                rules,
                jetsam.event().captured(),
                List.of(CRASH_REPORT),
                kill.verdict().missing());
    }

    static Seen memoryException(Witness.MemoryException exception, Optional<Boolean> inFront) {
        boolean notInFront = inFront.isPresent() && !inFront.get();
        return new Seen(
                exception.id(),
                notInFront ? Ending.BOOM : Ending.FOOM_LIMIT,
                inFront.isPresent() ? 0.97 : 0.85,
                List.of(new FiredRule(
                        "memory-exception-joined",
                        "the system ended it for its memory and kept the stack",
                        List.of(new Fact("report", exception.id())))),
                exception.facts().captured(),
                List.of(CRASH_REPORT, "a JetsamEvent that lists this run as killed for another reason"),
                inFront.isPresent() ? List.of() : List.of("foreground: was the app in front?"));
    }

    private static Verdict joined(Seen seen, Verdict alone) {
        List<FiredRule> rules = new ArrayList<>(alone.rules());
        if (alone.ending().foom() && !seen.ending().foom()) {
            rules.add(new FiredRule(
                    "foom-retracted",
                    "the record alone looked like " + alone.ending().wireName(),
                    List.of()));
        }
        rules.addAll(seen.rules());
        return new Verdict(
                seen.ending(), seen.confidence(), rules, seen.overturnedBy(), alone.others(), seen.missing());
    }
}
