package dev.flotsam.contracts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.LinkBook;
import dev.flotsam.triage.symbol.HealJob;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class HealSimulatorTest {

    @Test
    void tenThousandWaitingReportsHealExactlyWhileNewOnesArriveAndProcessesDie() {
        LongStream.range(0, 2).parallel().forEach(seed -> {
            HealSimulator run = HealSimulator.run(seed, 10_000, 1_000);
            System.out.println("seed " + seed + ": " + run.occurrences.log().size() + " writes of reports, " + run.steps
                    + " steps of " + run.jobs.all().size() + " jobs, " + run.deaths + " deaths");
            assertThat(run.jobs.all().stream()
                            .mapToLong(job -> job.scan().stayed() + job.scan().failed())
                            .sum())
                    .isPositive();
            check(seed, run);
        });
    }

    @Test
    void fortySmallerRunsHealExactlyToo() {
        LongStream.range(100, 140).parallel().forEach(seed -> {
            HealSimulator run = HealSimulator.run(seed, 500, 200);
            check(seed, run);
            checkDecisions(seed, run);
        });
    }

    @Test
    void withoutTheSecondLookReportsStayBehind() {
        long losing = LongStream.range(100, 140)
                .parallel()
                .filter(seed -> unhealed(HealSimulator.run(seed, 500, 200, false)) > 0)
                .count();
        System.out.println("without looking again: reports stay behind in " + losing + " of 40 runs");
        assertThat(losing).isPositive();
    }

    private static void check(long seed, HealSimulator run) {
        assertThat(unhealed(run)).as("reports of seed %d that still wait", seed).isZero();
        assertThat(Differences.between(run.truth, run.stores).stream()
                        // Who was healed does not wait any more.
                        .filter(difference -> !difference.startsWith("wait for"))
                        .toList())
                .as("differences of seed %d", seed)
                .isEmpty();
        checkCounts(seed, run);
        checkCorrections(seed, run);
        checkTombstones(seed, run);
        assertThat(run.jobs.all()).as("jobs of seed %d", seed).allMatch(HealJob::isDone);
    }

    /** Reports that could be healed and were not. */
    private static long unhealed(HealSimulator run) {
        return reports(run).stream()
                .filter(report -> !LateSymbols.isBeyondRepair(run.late.number(report.id())))
                .filter(report -> !report.outcome().equals(run.late.healed(run.late.number(report.id()))))
                .count();
    }

    private static void checkCounts(long seed, HealSimulator run) {
        Map<ClusterId, Long> counts = reports(run).stream()
                .collect(Collectors.groupingBy(report -> report.cluster().orElseThrow(), Collectors.counting()));
        Map<ClusterId, Long> counted = new HashMap<>();
        for (Cluster cluster : run.stores.clusters().all()) {
            long reports = run.stores
                    .counters()
                    .read(Counter.Key.total(cluster.id()))
                    .tally()
                    .reports();
            if (reports != 0) {
                counted.put(cluster.id(), reports);
            }
        }
        assertThat(counted).as("counts of seed %d", seed).isEqualTo(counts);
    }

    private static void checkCorrections(long seed, HealSimulator run) {
        Set<ClusterId> left = new HashSet<>();
        run.occurrences.log().forEach(written -> {
            if (written instanceof Written.Replaced(Occurrence before, Occurrence after)
                    && after.cause() == Cause.HEAL
                    && !before.cluster().equals(after.cluster())) {
                left.add(before.cluster().orElseThrow());
            }
        });
        List<ClusterId> corrected = run.stores.alerts().raised().stream()
                .filter(alert -> alert.kind() == Alert.Kind.CORRECTION)
                .map(Alert::cluster)
                .toList();
        assertThat(corrected).as("corrections of seed %d", seed).doesNotHaveDuplicates();
        assertThat(left).as("healed clusters of seed %d", seed).containsAll(corrected);
        assertThat(corrected).as("corrections of seed %d", seed).isNotEmpty();
    }

    /** A cluster that healing emptied points to one that its reports are in. */
    private static void checkTombstones(long seed, HealSimulator run) {
        Set<ClusterId> alive = reports(run).stream()
                .map(report -> report.cluster().orElseThrow())
                .collect(Collectors.toSet());
        Set<ClusterId> corrected = run.stores.alerts().raised().stream()
                .filter(alert -> alert.kind() == Alert.Kind.CORRECTION)
                .map(Alert::cluster)
                .filter(cluster -> !alive.contains(cluster))
                .collect(Collectors.toSet());
        assertThat(corrected)
                .as("emptied clusters of seed %d", seed)
                .isNotEmpty()
                .allSatisfy(cluster -> assertThat(
                                run.decisions.find(ReportBuilder.APP, cluster).flatMap(Decision::movedTo))
                        .isPresent());
    }

    /** What people said of clusters that were emptied holds for those that their reports are in. */
    private static void checkDecisions(long seed, HealSimulator run) {
        ClusterId decided = LateSymbols.cluster(HealSimulator.DECIDED, true);
        ClusterId merged = LateSymbols.cluster(HealSimulator.MERGED, true);
        assertThat(run.decisions.find(ReportBuilder.APP, decided))
                .as("decision of seed %d", seed)
                .hasValueSatisfying(
                        standing -> assertThat(standing.standing().state()).isEqualTo(HealSimulator.RESOLVED));
        LinkBook book = run.links.find(ReportBuilder.APP);
        assertThat(book.head(merged)).as("links of seed %d", seed).isEqualTo(decided);
        assertThat(book.group(merged)).as("links of seed %d", seed).containsExactlyInAnyOrder(decided, merged);
    }

    private static List<Occurrence> reports(HealSimulator run) {
        return IntStream.range(0, run.sent())
                .mapToObj(number -> run.occurrences
                        .find(ReportBuilder.idOf("late-" + number))
                        .orElseThrow())
                .toList();
    }
}
