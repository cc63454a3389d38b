package dev.flotsam.memory.incident;

import dev.flotsam.memory.incident.Witness.Session;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.SessionRecord.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The runs of one installation in the order in which they happened, whatever order their records came in.
 *
 * <p>Records of the same run identifier are one run. Records without any time can't be ordered: they stand alone, except
 * that a lone start record follows a lone record.
 */
final class RunTrail {
    /** Clocks of one device disagree by this much between records written at start and at end. */
    static final Duration SLACK = Duration.ofSeconds(5);

    /** Two clients in one app, or a client and a report, tell of the same launch when this close. */
    static final Duration SAME_LAUNCH = Duration.ofSeconds(10);

    private final List<Run> runs;

    private RunTrail(List<Run> runs) {
        this.runs = runs;
    }

    /**
     * One run.
     *
     * @param key its identifier, else the first witness's
     * @param names the identifiers that its clients gave it
     * @param record its records as one
     * @param startRecord the start record alone, which compares with the run before
     * @param fullest whose record tells most
     * @param witnesses whose records these are
     */
    record Run(
            String key,
            Set<String> names,
            SessionRecord record,
            Optional<SessionRecord> startRecord,
            String fullest,
            List<String> witnesses) {
        Optional<Instant> started() {
            return record.run().started();
        }

        Optional<Instant> from() {
            return started().or(() -> record.run().lastSeen());
        }

        /** What the run before compares itself with. */
        SessionRecord asNextLaunch() {
            return startRecord.orElse(record);
        }
    }

    static RunTrail of(List<Session> sessions) {
        Map<String, List<Session>> byRun = new TreeMap<>();
        for (Session session : sessions) {
            String id = session.record().run().id();
            byRun.computeIfAbsent(id.isEmpty() ? "witness " + session.id() : "run " + id, key -> new ArrayList<>())
                    .add(session);
        }
        List<Run> runs = oneForEachLaunch(byRun.values()).stream()
                .map(RunTrail::run)
                .sorted(Comparator.comparing((Run run) -> run.from().orElse(Instant.MAX))
                        .thenComparing(run -> run.record().part() == Part.START)
                        .thenComparing(Run::key))
                .toList();
        return new RunTrail(runs);
    }

    /** Several clients in one app record the same run under names of their own. */
    private static List<List<Session>> oneForEachLaunch(Collection<List<Session>> groups) {
        List<List<Session>> launches = new ArrayList<>();
        for (List<Session> group : groups) {
            Optional<List<Session>> same = launches.stream()
                    .filter(launch -> launch.stream()
                            .allMatch(
                                    one -> group.stream().allMatch(other -> sameLaunch(one.record(), other.record()))))
                    .findFirst();
            same.ifPresentOrElse(launch -> launch.addAll(group), () -> launches.add(new ArrayList<>(group)));
        }
        return launches;
    }

    private static boolean sameLaunch(SessionRecord one, SessionRecord other) {
        return one.shape() != other.shape()
                && one.run().started().isPresent()
                && other.run().started().isPresent()
                && close(one.run().started().get(), other.run().started().get());
    }

    static boolean close(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(SAME_LAUNCH) <= 0;
    }

    private static Run run(List<Session> sessions) {
        List<Session> sorted = sessions.stream()
                .sorted(Comparator.comparing((Session session) -> rank(session.record()))
                        .thenComparing(
                                session -> session.record().run().lastSeen().orElse(Instant.MIN),
                                Comparator.reverseOrder())
                        .thenComparing(Session::id))
                .toList();
        SessionRecord merged = sorted.stream()
                .map(Session::record)
                .reduce(SessionRecord::filledFrom)
                .orElseThrow();
        String id = merged.run().id();
        return new Run(
                id.isEmpty() ? sorted.getFirst().id() : id,
                sorted.stream()
                        .map(session -> session.record().run().id())
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()),
                merged,
                sorted.stream()
                        .map(Session::record)
                        .filter(record -> record.part() == Part.START)
                        .findFirst(),
                sorted.getFirst().id(),
                sorted.stream().map(Session::id).sorted().toList());
    }

    private static int rank(SessionRecord record) {
        return switch (record.part()) {
            case WHOLE -> 0;
            case END -> 1;
            case START -> 2;
        };
    }

    List<Run> runs() {
        return runs;
    }

    /** The launch after a run, if time or its nature says that it came after. */
    Optional<Run> after(Run run) {
        int next = runs.indexOf(run) + 1;
        if (next >= runs.size()) {
            return Optional.empty();
        }
        Run candidate = runs.get(next);
        boolean ordered = run.from().isPresent() && candidate.from().isPresent();
        boolean onlyStart = runs.size() == 2 && candidate.record().part() == Part.START;
        return ordered || onlyStart ? Optional.of(candidate) : Optional.empty();
    }

    /** The run of a process launched at a moment. */
    Optional<Run> launchedAt(Instant moment) {
        return runs.stream()
                .filter(run ->
                        run.started().filter(start -> close(start, moment)).isPresent())
                .min(Comparator.comparing(run ->
                        Duration.between(run.started().orElse(moment), moment).abs()));
    }

    /** The run that was going on at a moment: the last one started before it, clocks being slack for the first one. */
    Optional<Run> at(Instant moment) {
        return lastStarted(moment).or(() -> lastStarted(moment.plus(SLACK)));
    }

    private Optional<Run> lastStarted(Instant moment) {
        return runs.stream()
                .filter(run -> run.from().filter(from -> !from.isAfter(moment)).isPresent())
                .reduce((earlier, later) -> later);
    }

    /** The only run there is, if it has no time that could speak against a witness. */
    Optional<Run> onlyTimeless() {
        return runs.size() == 1 && runs.getFirst().from().isEmpty() ? Optional.of(runs.getFirst()) : Optional.empty();
    }
}
