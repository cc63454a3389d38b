package dev.flotsam.triage.trail;

import static dev.flotsam.triage.trail.History.allocations;
import static dev.flotsam.triage.trail.History.crash;
import static dev.flotsam.triage.trail.History.crashOfRun;
import static dev.flotsam.triage.trail.History.jetsam;
import static dev.flotsam.triage.trail.History.memoryException;
import static dev.flotsam.triage.trail.History.portrait;
import static dev.flotsam.triage.trail.History.run;
import static dev.flotsam.triage.trail.History.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.contracts.fault.FaultyGate;
import dev.flotsam.contracts.fault.FaultyGate.Breakage;
import dev.flotsam.contracts.fault.Gate;
import dev.flotsam.contracts.fault.GatedOccurrences;
import dev.flotsam.contracts.fault.GatedTrails;
import dev.flotsam.contracts.fault.ProcessDeath;
import dev.flotsam.memory.incident.Incident;
import dev.flotsam.memory.incident.IncidentJoining;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Evidence;
import dev.flotsam.triage.trail.History.Told;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the order, whoever dies on the way: counts are those of the library judging all reports at once. */
class FollowTrailTest {
    private static final KnownLimits LIMITS = KnownLimits.NONE;

    /** Each holds a different reason for a report to change its mind later. */
    static Stream<List<Told>> smallHistories() {
        return Stream.of(
                List.of(run("R1", 0, 600, 1980), crash("late", 601)),
                List.of(run("R1", 0, 600, 1980), start("R2", 700, false)),
                List.of(run("R1", 0, 600, 100), jetsam("kill", 601), start("R2", 700, true)),
                List.of(run("R1", 0, 600, 1980), jetsam("kill", 601), crash("late", 602)),
                List.of(run("R1", 0, 600, 1980), memoryException("exception", 601), crash("late", 602)),
                List.of(start("R1", 0, true), run("R1", 0, 600, 1980), crashOfRun("late", 601, "R1")),
                List.of(run("R1", 0, 600, 100), jetsam("kill", 601), jetsam("again", 602)),
                List.of(run("R1", 0, 600, 1980), start("R2", 700, false), start("other", "R2", 700, false)),
                List.of(jetsam("kill", 601), crash("late", 604)),
                List.of(run("R1", 0, 600, 1980), run("R2", 700, 900, 1990), crash("one", 601), crash("two", 901)),
                List.of(run("R1", 0, 600, 1980), allocations("stacks", 590, "R1"), portrait("heap", 580)),
                List.of(allocations("stacks", 590, "R1"), run("R1", 0, 600, 1980), crash("late", 601)),
                List.of(run("R1", 0, 600, 1980), portrait("heap", 580), memoryException("exception", 601)),
                List.of(jetsam("kill", 601), portrait("heap", 580), allocations("stacks", 590, "")),
                List.of(crash("one", 601), crash("two", 603), start("R2", 620, true), run("R1", 0, 600, 1980)));
    }

    @ParameterizedTest
    @MethodSource("smallHistories")
    void everyOrderGivesTheCountsOfTheWhole(List<Told> history) {
        for (List<Told> order : permutations(history)) {
            Store store = new Store();
            order.forEach(told -> store.tell(told, Gate.OPEN));
            assertThat(store.counts()).as(words(order)).isEqualTo(truth(history));
        }
    }

    @ParameterizedTest
    @MethodSource("smallHistories")
    void everyOrderEndsInTheSameClusters(List<Told> history) {
        List<Map<String, Integer>> ends = permutations(history).stream()
                .map(order -> {
                    Store store = new Store();
                    order.forEach(told -> store.tell(told, Gate.OPEN));
                    return store.clusters();
                })
                .distinct()
                .toList();
        assertThat(ends).hasSize(1);
    }

    @Test
    void theBestWitnessThatCameSignsAFoomAndALateBetterOneMovesIt() {
        Store store = new Store();
        store.tell(run("R1", 0, 600, 1980), Gate.OPEN);
        assertThat(store.clusters()).containsOnly(Map.entry("foom-limit | Album", 1));
        store.tell(portrait("heap", 580), Gate.OPEN);
        assertThat(store.clusters()).containsOnly(Map.entry("foom-limit | Cache | Image", 1));
        store.tell(allocations("stacks", 590, "R1"), Gate.OPEN);
        assertThat(store.clusters()).containsOnly(Map.entry("foom-limit | Album.load", 1));
        store.tell(memoryException("exception", 601), Gate.OPEN);
        assertThat(store.clusters())
                .hasSize(1)
                .allSatisfy((title, count) -> assertThat(title).contains("exception"));
        assertThat(store.causesOfMoves()).as("nobody is told twice").containsOnly(Cause.JOIN);
    }

    @Test
    void aKillWithoutARecordIsSignedByWhatFilledTheMemory() {
        Store store = new Store();
        store.tell(jetsam("kill", 601), Gate.OPEN);
        store.tell(allocations("stacks", 590, ""), Gate.OPEN);
        assertThat(store.clusters()).containsOnly(Map.entry("foom-limit | Album.load", 1));
    }

    @Test
    void aPictureOfAnotherRunTellsNothing() {
        Store store = new Store();
        store.tell(run("R1", 0, 600, 1980), Gate.OPEN);
        store.tell(allocations("other", 590, "R9"), Gate.OPEN);
        assertThat(store.clusters()).containsOnly(Map.entry("foom-limit | Album", 1));
    }

    @ParameterizedTest
    @MethodSource("smallHistories")
    void deathAtEveryCallOfEveryOrderChangesNothing(List<Told> history) {
        for (List<Told> order : permutations(history)) {
            for (Breakage breakage : List.of(Breakage.DEAD_BEFORE, Breakage.DEAD_AFTER)) {
                boolean broken = true;
                for (int at = 1; broken; at++) {
                    Store store = new Store();
                    FaultyGate gate = new FaultyGate(breakage, at);
                    order.forEach(told -> store.tellUntilHeard(told, gate));
                    broken = gate.isBroken();
                    assertThat(store.counts())
                            .as(breakage + " at call " + at + " of " + words(order))
                            .isEqualTo(truth(history));
                }
            }
        }
    }

    /** The first is heard, the others die once they have said something, and are delivered again after all of them. */
    @ParameterizedTest
    @MethodSource("smallHistories")
    void nobodyCountsOnOthersThatMayHaveDied(List<Told> history) {
        for (List<Told> order : permutations(history)) {
            for (int at = 1; at <= 8; at++) {
                Store store = new Store();
                store.tell(order.getFirst(), Gate.OPEN);
                List<Told> dead = new ArrayList<>();
                for (Told told : order.subList(1, order.size())) {
                    try {
                        store.tell(told, new FaultyGate(Breakage.DEAD_AFTER, at));
                    } catch (ProcessDeath untilLater) {
                        dead.add(told);
                    }
                }
                dead.forEach(told -> store.tell(told, Gate.OPEN));
                assertThat(store.counts())
                        .as("dead after call " + at + " of " + words(order))
                        .isEqualTo(truth(history));
            }
        }
    }

    @Test
    void longHistoriesWhoseDeadAreDeliveredAgainInTheEndAreTheWhole() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Told> history = longHistory(random);
            List<Told> order = new ArrayList<>(history);
            Collections.shuffle(order, random);
            Store store = new Store();
            List<Told> dead = new ArrayList<>();
            for (Told told : order) {
                try {
                    store.tell(told, new FaultyGate(Breakage.DEAD_AFTER, random.nextInt(9)));
                } catch (ProcessDeath untilLater) {
                    dead.add(told);
                }
            }
            Collections.shuffle(dead, random);
            dead.forEach(told -> store.tell(told, Gate.OPEN));
            assertThat(store.counts()).as("seed " + seed).isEqualTo(truth(history));
        }
    }

    @Test
    void longHistoriesWithRepeatsAndDeathsEndAsTheWhole() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Told> history = longHistory(random);
            List<Told> order = new ArrayList<>(history);
            IntStream.range(0, 6).forEach(again -> order.add(history.get(random.nextInt(history.size()))));
            Collections.shuffle(order, random);
            Store store = new Store();
            Breakage[] breakages = Breakage.values();
            for (Told told : order) {
                store.tellUntilHeard(
                        told, new FaultyGate(breakages[random.nextInt(breakages.length)], random.nextInt(14)));
            }
            assertThat(store.counts()).as("seed " + seed).isEqualTo(truth(history));
        }
    }

    @Test
    void somebodyElseInTheMiddleOfAnyCallChangesNothing() {
        for (List<Told> history : smallHistories().toList()) {
            for (List<Told> order : permutations(history)) {
                Told first = order.getFirst();
                boolean met = true;
                for (int at = 1; met; at++) {
                    Store store = new Store();
                    Interloper gate = new Interloper(
                            at, () -> order.stream().skip(1).forEach(told -> store.tell(told, Gate.OPEN)));
                    store.tell(first, gate);
                    met = gate.came;
                    if (met) {
                        assertThat(store.counts())
                                .as("others at call " + at + " of " + words(order))
                                .isEqualTo(truth(history));
                    }
                }
            }
        }
    }

    @Test
    void aLateCrashReportTakesTheFoomBack() {
        Store store = new Store();
        Told session = run("R1", 0, 600, 1980);
        Told late = crash("late", 601);
        store.tell(session, Gate.OPEN);
        assertThat(store.kinds()).containsOnly(Map.entry("foom-limit", 1));
        store.tell(late, Gate.OPEN);
        assertThat(store.kinds()).containsOnly(Map.entry("crash", 1));
        Occurrence taken = store.occurrences.find(session.report().id()).orElseThrow();
        assertThat(taken.cause()).isEqualTo(Cause.JOIN);
        assertThat(taken.outcome())
                .isEqualTo(new Outcome.Recognised(
                        "joined", "crash, counted by report " + late.report().id()));
    }

    @Test
    void anEndThatOnlyALaterReportRevealsIsNews() {
        Store store = new Store();
        Told session = run("R1", 0, 600, 100);
        store.tell(session, Gate.OPEN);
        assertThat(store.kinds()).isEmpty();
        store.tell(jetsam("kill", 601), Gate.OPEN);
        assertThat(store.kinds()).containsOnly(Map.entry("foom-limit", 1));
        Occurrence revealed = store.occurrences.find(session.report().id()).orElseThrow();
        assertThat(revealed.cause()).isEqualTo(Cause.REVEAL);
        assertThat(revealed.cause().isNews()).isTrue();
    }

    @Test
    void oldReportsThatAreSentTogetherAreJoined() {
        Store store = new Store();
        store.tell(sent(run("R1", 0, 600, 1980), 200), Gate.OPEN);
        store.tell(sent(crash("late", 601), 213), Gate.OPEN);
        assertThat(store.kinds()).containsOnly(Map.entry("crash", 1));
    }

    @Test
    void whatComesLongAfterTheFirstReportOfAnEndIsToldByItselfAndChangesNothing() {
        Store store = new Store();
        store.tell(sent(run("R1", 0, 600, 1980), 0), Gate.OPEN);
        store.tell(sent(jetsam("kill", 601), 13), Gate.OPEN);
        assertThat(store.kinds()).containsOnly(Map.entry("foom-limit", 1));
        for (int day : List.of(15, 27, 29, 40)) {
            store.tell(sent(crash("other" + day, 50_000 + day), day), Gate.OPEN);
        }
        assertThat(store.kinds())
                .as("the kill stays joined when the record it joined has expired")
                .containsOnly(Map.entry("foom-limit", 1), Map.entry("crash", 4));
        store.tell(sent(crash("late", 602), 41), Gate.OPEN);
        assertThat(store.kinds()).containsOnly(Map.entry("foom-limit", 1), Map.entry("crash", 5));
    }

    /** The same report, uploaded some days after the day it tells of. */
    private static Told sent(Told told, int days) {
        Occurrence report = told.report();
        Occurrence.Source source = report.source();
        return new Told(
                new Occurrence(
                        report.id(),
                        report.content(),
                        new Occurrence.Source(
                                source.key(),
                                source.version(),
                                source.place(),
                                History.DAY.plus(Duration.ofDays(days)).plusSeconds(90_000)),
                        report.app(),
                        report.facts(),
                        report.outcome(),
                        report.day(),
                        report.revision(),
                        report.cause(),
                        report.expires()),
                told.statement(),
                told.keys());
    }

    @Test
    void anotherContentOfAKnownReportSaysNothing() {
        Store store = new Store();
        Told session = run("R1", 0, 600, 1980);
        Told genuine = crash("known", 5_000);
        Told forged = crash("known", 601);
        store.tell(session, Gate.OPEN);
        store.tell(genuine, Gate.OPEN);
        Occurrence other = forged.report();
        Occurrence variant = new Occurrence(
                other.id(),
                "f".repeat(32),
                other.source(),
                other.app(),
                other.facts(),
                other.outcome(),
                other.day(),
                1,
                Cause.INGEST,
                other.expires());
        store.tell(new Told(variant, forged.statement(), forged.keys()), Gate.OPEN);
        assertThat(store.kinds()).containsOnly(Map.entry("foom-limit", 1), Map.entry("crash", 1));
    }

    @Test
    void aTrailIsBoundedAndItsOldestEndsStayAsTheyWereTold() {
        Store store = new Store();
        int runs = FollowTrail.MOST_WITNESSES + 20;
        IntStream.range(0, runs)
                .forEach(
                        number -> store.tell(run("R" + number, 1_000 * number, 1_000 * number + 600, 1980), Gate.OPEN));
        assertThat(store.kinds()).containsOnly(Map.entry("foom-limit", runs));
        assertThat(store.trails.of(TrailId.ofInstallation("installation 1"), History.DAY))
                .hasSize(FollowTrail.MOST_WITNESSES);
    }

    /** The version before held names alone; trails outlive a deployment. */
    @Test
    void statementsOfTheVersionBeforeAreStillRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(StatementReader.BEFORE);
            out.writeByte('r');
            texts(out, "allocation-stacks", "words", Evidence.HANG_STACK);
            out.writeInt(1);
            texts(out, "name");
            out.writeByte('c');
            texts(out, "0123456789abcdef0123456789abcdef");
            for (int time = 0; time < 2; time++) {
                out.writeBoolean(false);
                out.writeInt(0);
            }
            texts(out, "app", "name", "1", "2", "run", Ending.CRASH.name(), "words");
        }
        String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
        assertThat(StatementReader.read(text)).hasValueSatisfying(statement -> {
            assertThat(statement.evidence()).contains(new Evidence(Evidence.HANG_STACK, List.of("name"), 0));
            assertThat(statement.witness()).isInstanceOf(Witness.Crash.class);
        });
        bytes.reset();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(StatementWriter.VERSION + 1);
        }
        assertThat(StatementReader.read(Base64.getEncoder().encodeToString(bytes.toByteArray())))
                .isEmpty();
    }

    private static void texts(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts) {
            out.writeInt(text.length());
            out.writeBytes(text);
        }
    }

    @Test
    void statementsComeBackAsTheyWereWritten() {
        smallHistories().flatMap(List::stream).map(Told::statement).forEach(statement -> {
            String written = StatementWriter.write(statement);
            Statement back = StatementReader.read(written).orElseThrow();
            assertThat(StatementWriter.write(back)).isEqualTo(written);
            assertThat(back.report()).isEqualTo(statement.report());
            assertThat(back.own()).isEqualTo(statement.own());
            assertThat(back.evidence()).isEqualTo(statement.evidence());
        });
    }

    private static List<Told> longHistory(Random random) {
        List<Told> history = new ArrayList<>();
        for (int number = 0; number < 4 + random.nextInt(4); number++) {
            int from = 2_000 * number;
            int until = from + 600;
            history.add(run("R" + number, from, until, random.nextBoolean() ? 1980 : 100));
            if (random.nextBoolean()) {
                history.add(start("R" + number, from, random.nextBoolean()));
            }
            if (random.nextBoolean()) {
                history.add(allocations("stacks" + number, until - 5, random.nextBoolean() ? "R" + number : ""));
            }
            switch (random.nextInt(5)) {
                case 0 -> history.add(crash("crash" + number, until + 1));
                case 1 -> history.add(jetsam("kill" + number, until + 1));
                case 2 -> history.add(crashOfRun("own" + number, until + 1, "R" + number));
                case 3 -> {
                    history.add(jetsam("kill" + number, until + 1));
                    history.add(crash("crash" + number, until + 2));
                }
                default -> {}
            }
        }
        return history;
    }

    /** By the library alone: what each end is, told once. */
    private static Map<String, Integer> truth(List<Told> history) {
        List<Incident> incidents = new IncidentJoining(LIMITS)
                .join(history.stream().map(told -> told.statement().witness()).toList());
        Map<String, Integer> kinds = new TreeMap<>();
        for (Incident incident : incidents) {
            Ending ending = incident.verdict().ending();
            boolean exceptional = history.stream()
                    .filter(told ->
                            incident.witnesses().contains(told.report().id().value()))
                    .anyMatch(told -> told.report().source().key().contains("exception"));
            switch (ending) {
                case CRASH -> kinds.merge("crash", 1, Integer::sum);
                case FOOM_LIMIT, FOOM_PRESSURE, BOOM ->
                    kinds.merge(exceptional ? "exception" : ending.wireName(), 1, Integer::sum);
                default -> {}
            }
        }
        return kinds;
    }

    private static List<List<Told>> permutations(List<Told> history) {
        if (history.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Told>> all = new ArrayList<>();
        for (Told first : history) {
            List<Told> others = history.stream()
                    .filter(told -> !told.report().id().equals(first.report().id()))
                    .toList();
            for (List<Told> rest : permutations(others)) {
                all.add(Stream.concat(Stream.of(first), rest.stream()).toList());
            }
        }
        return all;
    }

    private static String words(List<Told> order) {
        return order.stream().map(told -> told.report().source().key()).toList().toString();
    }

    /** Calls somebody else in front of one call. */
    private static final class Interloper implements Gate {
        private final int at;
        private final Runnable other;
        private int calls;
        private boolean came;

        Interloper(int at, Runnable other) {
            this.at = at;
            this.other = other;
        }

        @Override
        public <T> T call(String what, java.util.function.Supplier<T> call) {
            calls++;
            if (calls == at) {
                came = true;
                other.run();
            }
            return call.get();
        }
    }

    /** What is stored, and what its stream would count. */
    private static final class Store {
        private final FakeOccurrences occurrences = new FakeOccurrences();
        private final FakeTrails trails = new FakeTrails();

        void tell(Told told, Gate gate) {
            new FollowTrail(
                            new GatedTrails(trails, gate),
                            new GatedOccurrences(occurrences, gate),
                            KeepApart.nothing(),
                            LIMITS,
                            Duration.ofDays(14))
                    .record(told.report(), told.statement(), told.keys());
        }

        /** As S3 and Lambda do: again until it succeeds. */
        void tellUntilHeard(Told told, Gate gate) {
            while (true) {
                try {
                    tell(told, gate);
                    return;
                } catch (Fault | ProcessDeath again) {
                    assertThat(gate).isInstanceOf(FaultyGate.class);
                }
            }
        }

        /** The sum over the stream of what appeared, moved and went. */
        Map<String, Integer> counts() {
            Map<String, Integer> sums = new TreeMap<>();
            for (Written written : occurrences.log()) {
                switch (written) {
                    case Written.Inserted(Occurrence after) -> count(sums, after, 1);
                    case Written.Replaced(Occurrence before, Occurrence after) -> {
                        count(sums, before, -1);
                        count(sums, after, 1);
                    }
                    case Written.Removed _, Written.VariantKept _ -> {}
                }
            }
            sums.values().removeIf(sum -> sum == 0);
            return sums;
        }

        /** Reports by the title of the cluster that they are in now. */
        Map<String, Integer> clusters() {
            Map<String, Integer> clusters = new TreeMap<>();
            occurrences.log().stream()
                    .map(Written::id)
                    .distinct()
                    .map(id -> occurrences.find(id).orElseThrow().outcome())
                    .forEach(outcome -> {
                        if (outcome instanceof Outcome.Triaged triaged) {
                            clusters.merge(triaged.title(), 1, Integer::sum);
                        }
                    });
            return clusters;
        }

        /** Why reports moved that were counted before. */
        List<Cause> causesOfMoves() {
            return occurrences.log().stream()
                    .filter(Written.Replaced.class::isInstance)
                    .map(written -> ((Written.Replaced) written).after().cause())
                    .toList();
        }

        Map<String, Integer> kinds() {
            return counts();
        }

        private static void count(Map<String, Integer> sums, Occurrence report, int sign) {
            Optional<ClusterId> cluster = report.cluster();
            if (cluster.isPresent() && report.outcome() instanceof Outcome.Triaged triaged) {
                boolean stack = triaged.ruleset().equals("test-1");
                String kind = stack && triaged.title().contains("foom-limit")
                        ? "foom-limit"
                        : stack && triaged.title().contains("exception")
                                ? "exception"
                                : stack ? "crash" : triaged.kind();
                sums.merge(kind, sign, Integer::sum);
            }
        }
    }
}
