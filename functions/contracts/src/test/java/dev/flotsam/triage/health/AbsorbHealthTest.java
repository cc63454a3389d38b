package dev.flotsam.triage.health;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeAlerts;
import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeClusters;
import dev.flotsam.contracts.fake.FakeCounters;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakePages;
import dev.flotsam.contracts.fake.FakeSetAside;
import dev.flotsam.contracts.fake.FakeSketches;
import dev.flotsam.contracts.fake.FakeVersions;
import dev.flotsam.contracts.fake.FakeWaiters;
import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.contracts.fault.FaultyGate;
import dev.flotsam.contracts.fault.FaultyGate.Breakage;
import dev.flotsam.contracts.fault.Gate;
import dev.flotsam.contracts.fault.GatedVersions;
import dev.flotsam.contracts.fault.ProcessDeath;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.absorb.Change;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.absorb.Tally;
import dev.flotsam.triage.alert.Decided;
import dev.flotsam.triage.health.Run.Kind;
import dev.flotsam.triage.query.ListReports;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AbsorbHealthTest {
    private static final String OLD = "5.1 (1003)";
    private static final String NEW = "5.2 (1042)";

    private Stores stores = new Stores();
    private int sequence;

    @Test
    void sessions_and_ends_are_counted_by_version_and_revisions_followed() {
        Occurrence foom =
                session("a", NEW, 500).keptFor("x", "foom-limit: near").build();
        Occurrence well =
                session("b", NEW, 300).keptFor("session", "user-quit: closed").build();
        Occurrence retracted = foom.revised(new Outcome.Recognised("joined", "crash, counted by report 1"), Cause.HEAL);
        stores.absorb(Gate.OPEN, List.of(appeared(foom), appeared(well)));
        assertThat(sums(NEW).ended(Ending.FOOM_LIMIT)).isOne();

        stores.absorb(Gate.OPEN, List.of(new Change.Revised(next(), foom, retracted)));

        assertThat(sums(NEW).ended(Ending.FOOM_LIMIT)).isZero();
        assertThat(sums(NEW).ended(Ending.CRASH)).isOne();
        assertThat(sums(NEW).sessions()).isEqualTo(2);
        assertThat(sums(NEW).runs()).isEqualTo(2);
        assertThat(stores.versions.of(APP)).containsExactly(NEW);
    }

    @Test
    void a_person_s_deletion_is_taken_back_and_an_expiry_is_not() {
        Occurrence one = session("a", NEW, 300).keptFor("session", "crash: x").build();
        Occurrence other = session("b", NEW, 950).keptFor("session", "crash: x").build();
        stores.absorb(
                Gate.OPEN,
                List.of(
                        appeared(one),
                        appeared(other),
                        new Change.Removed(next(), one, true),
                        new Change.Removed(next(), other, false)));
        assertThat(sums(NEW).ended(Ending.CRASH)).isOne();
        assertThat(sums(NEW).headroom().above90()).isZero();
        assertThat(sums(NEW).headroom().runs()).isOne();
    }

    @Test
    void reports_of_no_run_and_of_no_app_count_in_no_health() {
        stores.absorb(
                Gate.OPEN,
                List.of(
                        appeared(ReportBuilder.report("crash").onVersion(NEW).build()),
                        appeared(session("a", NEW, 300).ofApp("").build())));
        assertThat(stores.versions.apps()).isEmpty();
    }

    @Test
    void metric_kits_days_stand_beside_ours() {
        Run day = new Run(Kind.EXITS, 0, OptionalInt.empty(), 12, 3);
        stores.absorb(
                Gate.OPEN,
                List.of(appeared(ReportBuilder.report("day")
                        .onVersion(NEW)
                        .ofRun(day)
                        .recognised("exit-metrics")
                        .build())));
        assertThat(sums(NEW).exitDays()).isOne();
        assertThat(sums(NEW).exits()).isEqualTo(12);
        assertThat(sums(NEW).limitExits()).isEqualTo(3);
    }

    @Test
    void hostile_devices_share_one_part_and_are_taken_back_from_it() {
        List<Change> batch = new ArrayList<>();
        List<Occurrence> reports = new ArrayList<>();
        for (int i = 0; i < HealthTally.MOST_DEVICES + 50; i++) {
            reports.add(session("d" + i, NEW, 950).onDevice("forged" + i).build());
        }
        reports.forEach(report -> batch.add(appeared(report)));
        stores.absorb(Gate.OPEN, batch);
        assertThat(sums(NEW).byDevice()).hasSize(HealthTally.MOST_DEVICES + 1);

        stores.absorb(
                Gate.OPEN,
                reports.stream()
                        .<Change>map(report -> new Change.Removed(next(), report, false))
                        .toList());
        assertThat(counter(NEW).by().values()).containsOnly(0L);
        assertThat(sums(NEW).byDevice()).isEmpty();
        assertThat(counter(NEW).reports()).isZero();
    }

    @Test
    void people_hear_once_that_a_version_s_runs_near_the_limit_doubled() {
        stores.absorb(Gate.OPEN, runs(OLD, 40, 2));
        stores.absorb(Gate.OPEN, runs(NEW, 40, 3));
        assertThat(stores.alerts.raised()).isEmpty();

        stores.absorb(Gate.OPEN, runs(NEW, 10, 9));
        stores.absorb(Gate.OPEN, runs(NEW, 10, 9));

        HealthKey key = new HealthKey(APP, NEW);
        assertThat(stores.alerts.raised()).singleElement().satisfies(alert -> {
            assertThat(alert.cluster()).isEqualTo(key.near());
            assertThat(alert.app()).isEqualTo(APP);
        });
        assertThat(stores.clusters.find(key.near()).orElseThrow().kind()).isEqualTo("oom-warning");
        assertThat(stores.clusters.find(key.near()).orElseThrow().exemplar().sentence())
                .contains("of 50 runs")
                .contains("5.0 % of 40");
        assertThat(stores.counters.read(Counter.Key.total(key.near())).tally().reports())
                .as("the cluster counts the runs near the limit")
                .isEqualTo(21);
    }

    /** Cut and repeated anywhere: what the cluster of runs near the limit counts is what it lists. */
    @Test
    void the_cluster_of_runs_near_the_limit_lists_those_that_it_counts() {
        HealthKey key = new HealthKey(APP, NEW);
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            stores = new Stores();
            List<Change> log = new ArrayList<>(runs(OLD, 20, 1));
            log.addAll(runs(NEW, 30, 12));
            Occurrence erased = session("erased" + seed, NEW, 990).build();
            Occurrence revised = session("revised" + seed, NEW, 990)
                    .keptFor("session", "foom-limit: near")
                    .build();
            log.add(appeared(erased));
            log.add(appeared(revised));
            log.add(new Change.Removed(next(), erased, false));
            log.add(new Change.Revised(
                    next(),
                    revised,
                    revised.revised(new Outcome.Recognised("joined", "crash, counted by report 1"), Cause.JOIN)));
            int done = 0;
            while (done < log.size()) {
                int from = random.nextInt(done + 1);
                int to = Math.min(log.size(), Math.max(done, from) + 1 + random.nextInt(12));
                stores.absorb(Gate.OPEN, log.subList(from, to));
                done = Math.max(done, to);
            }
            FakeOccurrences recorded = new FakeOccurrences();
            log.stream()
                    .flatMap(change -> change instanceof Change.Appeared appeared
                            ? Stream.of(appeared.after())
                            : Stream.<Occurrence>empty())
                    .filter(report -> !report.equals(erased))
                    .forEach(recorded::claim);
            assertThat(stores.clusters.find(key.near())).isPresent();
            List<Occurrence> listed = new ListReports(stores.pages, recorded)
                    .ofCluster(key.near(), Optional.empty(), 100)
                    .reports();
            assertThat(listed)
                    .as("seed %d", seed)
                    .hasSize(13)
                    .doesNotHaveDuplicates()
                    .contains(revised)
                    .allMatch(report -> report.facts().run().orElseThrow().isNear());
            assertThat(stores.counters
                            .read(Counter.Key.total(key.near()))
                            .tally()
                            .reports())
                    .isEqualTo(listed.size());
        }
    }

    @Test
    void a_first_version_and_few_runs_alarm_nobody() {
        stores.absorb(Gate.OPEN, runs(OLD, 19, 0));
        stores.absorb(Gate.OPEN, runs(NEW, 40, 40));
        assertThat(stores.alerts.raised()).isEmpty();
    }

    /** Each call of a batch, broken in each way; the next delivery makes it good. */
    @Test
    void whatever_breaks_the_next_delivery_comes_to_the_same() {
        List<Change> first = runs(OLD, 30, 1);
        List<Change> second = mixed();
        stores.absorb(Gate.OPEN, first);
        FaultyGate counting = new FaultyGate(Breakage.THROTTLED, 0);
        stores.absorb(counting, second);
        Tally truth = counter(NEW);
        assertThat(stores.alerts.raised()).hasSize(1);
        assertThat(counting.calls()).isGreaterThan(10);

        for (Breakage breakage : Breakage.values()) {
            for (int call = 1; call <= counting.calls(); call++) {
                stores = new Stores();
                stores.absorb(Gate.OPEN, first);
                try {
                    stores.absorb(new FaultyGate(breakage, call), second);
                } catch (ProcessDeath died) {
                    assertThat(died).hasMessageContaining("died");
                }
                stores.absorb(Gate.OPEN, second.subList(0, second.size() / 2));
                stores.absorb(Gate.OPEN, second);
                assertThat(counter(NEW)).as("%s at call %d", breakage, call).isEqualTo(truth);
                assertThat(stores.alerts.raised())
                        .as("%s at call %d", breakage, call)
                        .hasSize(1);
                assertThat(stores.setAside.all()).isEmpty();
            }
        }
    }

    @Test
    void cut_repeated_and_overtaken_batches_come_to_the_same() {
        List<Change> log = new ArrayList<>(runs(OLD, 60, 7));
        log.addAll(mixed());
        stores.absorb(Gate.OPEN, log);
        Tally truth = counter(NEW);
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            stores = new Stores();
            int done = 0;
            while (done < log.size()) {
                int from = random.nextInt(done + 1);
                int to = Math.min(log.size(), Math.max(done, from) + 1 + random.nextInt(12));
                stores.absorb(Gate.OPEN, log.subList(from, to));
                done = Math.max(done, to);
            }
            assertThat(counter(NEW)).as("seed %d", seed).isEqualTo(truth);
        }
    }

    private List<Change> mixed() {
        List<Change> batch = new ArrayList<>(runs(NEW, 30, 12));
        Random random = new Random(3);
        List<String> ends = List.of("crash: a", "foom-limit: b", "unknown: c", "user-quit: d");
        for (int i = 0; i < 20; i++) {
            Occurrence before = session("m" + i, NEW, 10 * i)
                    .keptFor("session", ends.get(random.nextInt(ends.size())))
                    .build();
            Occurrence after =
                    before.revised(new Outcome.Recognised("session", ends.get(random.nextInt(4))), Cause.HEAL);
            batch.add(appeared(before));
            batch.add(new Change.Revised(next(), before, after));
        }
        return batch;
    }

    private List<Change> runs(String version, int count, int near) {
        List<Change> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(appeared(session(version + sequence, version, i < near ? 950 : 400)
                    .keptFor("session", "user-quit: closed")
                    .build()));
        }
        return Collections.unmodifiableList(batch);
    }

    private static ReportBuilder session(String name, String version, int share) {
        return ReportBuilder.report(name)
                .onVersion(version)
                .ofRun(new Run(Kind.SESSION, 1, OptionalInt.of(share), 0, 0))
                .recognised("session");
    }

    private Change appeared(Occurrence report) {
        return new Change.Appeared(next(), report);
    }

    private Position next() {
        return Position.of("shard", Integer.toString(++sequence));
    }

    private HealthTally sums(String version) {
        return new HealthTally(counter(version));
    }

    private Tally counter(String version) {
        return stores.counters
                .read(Counter.Key.total(new HealthKey(APP, version).all()))
                .tally();
    }

    private static final class Stores {
        final FakeVersions versions = new FakeVersions();
        final FakeClusters clusters = new FakeClusters();
        final FakePages pages = new FakePages();
        final FakeAlerts alerts = new FakeAlerts();
        final FakeCounters counters = new FakeCounters();
        final FakeSetAside setAside = new FakeSetAside();
        private final AbsorbPorts ports = new AbsorbPorts(
                clusters,
                report -> Exemplar.NONE,
                pages,
                new FakeWaiters(),
                alerts,
                new FakeSketches(),
                counters,
                setAside,
                Decided.NOTHING,
                new FakeClock(UPLOADED));

        void absorb(Gate gate, List<Change> batch) {
            var ignored = ports.behind(gate)
                    .absorbHealth(new GatedVersions(versions, gate))
                    .absorb(batch);
        }
    }
}
