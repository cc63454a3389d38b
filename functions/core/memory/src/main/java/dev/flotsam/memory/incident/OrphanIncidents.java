package dev.flotsam.memory.incident;

import dev.flotsam.memory.incident.RunVerdict.Seen;
import dev.flotsam.memory.jetsam.Kill;
import dev.flotsam.memory.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends of which no session record is known: what the witnesses say by themselves, each end once. */
final class OrphanIncidents {
    /** Two reports of one app this close tell of the same end. */
    private static final Duration SAME_END = Duration.ofSeconds(10);

    private OrphanIncidents() {}

    /** A picture of the memory is at most this much older than the end that it tells of. */
    private static final Duration OLDEST_PICTURE = Duration.ofHours(1);

    private record Orphan(int rank, String app, String version, String run, Seen seen, String witness) {}

    static List<Incident> of(List<Witness> witnesses) {
        List<Orphan> orphans = witnesses.stream()
                .map(OrphanIncidents::orphan)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                                (Orphan orphan) -> orphan.seen().at().orElse(Instant.MAX))
                        .thenComparing(Orphan::witness))
                .toList();
        List<List<Orphan>> ends = new ArrayList<>();
        for (Orphan orphan : orphans) {
            Optional<List<Orphan>> same =
                    ends.stream().filter(end -> sameEnd(end.getFirst(), orphan)).findFirst();
            same.ifPresentOrElse(end -> end.add(orphan), () -> ends.add(new ArrayList<>(List.of(orphan))));
        }
        IdentityHashMap<List<Orphan>, List<String>> pictures = new IdentityHashMap<>();
        for (Witness witness : witnesses) {
            if (witness instanceof Witness.Picture picture) {
                endOf(picture, ends)
                        .ifPresent(end -> pictures.computeIfAbsent(end, key -> new ArrayList<>())
                                .add(picture.id()));
            }
        }
        return ends.stream()
                .map(end -> incident(end, pictures.getOrDefault(end, List.of())))
                .toList();
    }

    /** The end of the run that a picture names, else the first soon after it. */
    private static Optional<List<Orphan>> endOf(Witness.Picture picture, List<List<Orphan>> ends) {
        String named = picture.run().id();
        Optional<List<Orphan>> byName = named.isEmpty()
                ? Optional.empty()
                : ends.stream()
                        .filter(end ->
                                end.stream().anyMatch(orphan -> orphan.run().equals(named)))
                        .findFirst();
        return byName.or(() -> ends.stream()
                .filter(end -> end.stream().anyMatch(orphan -> soonAfter(picture, orphan)))
                .findFirst());
    }

    private static boolean soonAfter(Witness.Picture picture, Orphan orphan) {
        boolean otherRun = !orphan.run().isEmpty() && !picture.run().id().isEmpty();
        String app = picture.build().appId();
        return !otherRun
                && (app.isEmpty() || orphan.app().isEmpty() || sameApp(app, orphan.app()))
                && picture.run()
                        .lastSeen()
                        .flatMap(taken -> orphan.seen().at().map(end -> Duration.between(taken, end)))
                        .filter(silence -> silence.compareTo(RunTrail.SLACK.negated()) >= 0)
                        .filter(silence -> silence.compareTo(OLDEST_PICTURE) <= 0)
                        .isPresent();
    }

    private static Optional<Orphan> orphan(Witness witness) {
        return switch (witness) {
            case Witness.Crash crash ->
                Optional.of(new Orphan(
                        0,
                        crash.facts().appId(),
                        crash.facts().version(),
                        crash.facts().run(),
                        RunVerdict.crash(crash),
                        crash.id()));
            case Witness.Jetsam jetsam ->
                jetsam.event()
                        .headline()
                        .map(kill -> new Orphan(1, nameOf(kill), "", "", RunVerdict.kill(jetsam, kill), jetsam.id()));
            case Witness.MemoryException exception ->
                Optional.of(new Orphan(
                        2,
                        exception.facts().appId(),
                        exception.facts().version(),
                        exception.facts().run(),
                        RunVerdict.memoryException(exception, Optional.empty()),
                        exception.id()));
            case Witness.Session _, Witness.Warning _, Witness.Picture _ -> Optional.empty();
        };
    }

    private static String nameOf(Kill kill) {
        return kill.process().name();
    }

    private static boolean sameEnd(Orphan one, Orphan other) {
        Optional<Instant> first = one.seen().at();
        Optional<Instant> second = other.seen().at();
        return first.isPresent()
                && second.isPresent()
                && Duration.between(first.get(), second.get()).abs().compareTo(SAME_END) <= 0
                && sameApp(one.app(), other.app())
                && one.rank() != other.rank();
    }

    private static boolean sameApp(String one, String other) {
        return one.equals(other) || lastWord(one).equalsIgnoreCase(lastWord(other));
    }

    private static String lastWord(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    private static Incident incident(List<Orphan> end, List<String> pictures) {
        Orphan best = end.stream()
                .min(Comparator.comparing(Orphan::rank).thenComparing(Orphan::witness))
                .orElseThrow();
        Seen seen = best.seen();
        List<String> tell = end.stream().map(Orphan::witness).sorted().toList();
        return new Incident(
                tell.getFirst(),
                seen.at(),
                best.app(),
                best.version(),
                new Verdict(
                        seen.ending(), seen.confidence(), seen.rules(), seen.overturnedBy(), List.of(), seen.missing()),
                seen.witness(),
                Optional.empty(),
                Optional.empty(),
                Stream.concat(tell.stream(), pictures.stream()).sorted().toList());
    }
}
