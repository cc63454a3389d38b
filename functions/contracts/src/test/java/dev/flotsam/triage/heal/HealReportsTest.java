package dev.flotsam.triage.heal;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.flotsam.contracts.fake.FakeHealJobs;
import dev.flotsam.contracts.fake.FakeTriage;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.ingest.ReadAgain;
import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.WakeWaiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class HealReportsTest {
    private static final String LANTERN_UUID = "3F1C5A6E-7B2D-4C8E-9A10-000000000001";
    private static final String BUOY_UUID = "3F1C5A6E-7B2D-4C8E-9A10-000000000002";
    private static final ImageId LANTERN = new ImageId(UUID.fromString(LANTERN_UUID), new Arch("arm64"));
    private static final ClusterId BEFORE = ClusterId.of(APP, "LanternKit + 50404");
    private static final HealJob.Key KEY = new HealJob.Key(LANTERN, BEFORE);

    private final FakeTriage triage = new FakeTriage();
    private final FakeHealJobs jobs = new FakeHealJobs();
    private final Map<ReportId, Outcome> healed = new HashMap<>();
    private final List<String> leftBehind = new ArrayList<>();
    private final List<Integer> opened = new ArrayList<>();
    private ReadAgain readAgain = reports -> {
        opened.add(reports.size());
        return Optional.of(healed);
    };

    @Test
    void theReportsThatWaitedMoveToTheirClusterAndTheOldOneIsEmpty() {
        waiting("a");
        waiting("b");
        crash(report("c").signed("Beacon.signal()"));
        heals("a", report("a").signed("Lantern.decode()"));
        heals("b", report("b").signed("Lantern.decode()"));

        healAll();

        assertThat(count("LanternKit + 50404")).isZero();
        assertThat(count("Lantern.decode()")).isEqualTo(2);
        assertThat(count("Beacon.signal()")).isEqualTo(1);
        assertThat(standing("a").cause()).isEqualTo(Cause.HEAL);
        assertThat(standing("a").revision()).isEqualTo(2);
        assertThat(triage.waiters.of(LANTERN_UUID, "arm64")).isEmpty();
        assertThat(triage.sketches.read(BEFORE).stale()).isTrue();
        assertThat(triage.sketches.read(ClusterId.of(APP, "Lantern.decode()")).first())
                .contains(UPLOADED.minusSeconds(60));
    }

    @Test
    void oneCorrectionIsAnnouncedAndNoNewCluster() {
        waiting("a");
        waiting("b");
        heals("a", report("a").signed("Lantern.decode()"));
        heals("b", report("b").signed("Lantern.decode()"));

        healAll();
        healAll();

        assertThat(triage.alerts.raised())
                .extracting(Alert::kind, Alert::cluster)
                .containsExactly(tuple(Alert.Kind.NEW_CLUSTER, BEFORE), tuple(Alert.Kind.CORRECTION, BEFORE));
        assertThat(triage.alerts.raised().getLast().target()).contains(ClusterId.of(APP, "Lantern.decode()"));
    }

    @Test
    void whatDoesNotMoveIsNotAnnounced() {
        waiting("a");
        heals("a", report("a").signed("LanternKit + 50404"));

        healAll();

        assertThat(standing("a").waitsFor(LANTERN)).isFalse();
        assertThat(count("LanternKit + 50404")).isEqualTo(1);
        assertThat(triage.alerts.raised()).extracting(Alert::kind).containsOnly(Alert.Kind.NEW_CLUSTER);
        assertThat(movedTo()).isEmpty();
    }

    @Test
    void imagesThatAreStillMissingKeepTheirWaiters() {
        crash(waitingReport("a").missing(BUOY_UUID, "BuoyKit"));
        heals("a", report("a").signed("LanternKit + 50404").missing(BUOY_UUID, "BuoyKit"));
        crash(waitingReport("b").missing(BUOY_UUID, "BuoyKit"));
        heals("b", report("b").signed("Lantern.decode() < BuoyKit + 7").missing(BUOY_UUID, "BuoyKit"));

        healAll();

        assertThat(triage.waiters.of(LANTERN_UUID, "arm64")).isEmpty();
        assertThat(triage.waiters.of(BUOY_UUID, "arm64"))
                .extracting(waiter -> waiter.cluster())
                .containsExactlyInAnyOrder(BEFORE, ClusterId.of(APP, "Lantern.decode() < BuoyKit + 7"));
    }

    @Test
    void anImageThatHadNoRoomBeforeIsWaitedForWhenAnotherIsFound() {
        ReportBuilder crowded = waitingReport("a");
        for (int i = 1; i < Occurrence.MISSING_IMAGES; i++) {
            crowded.missing("3F1C5A6E-7B2D-4C8E-9A10-00000000001" + i, "Kit" + i);
        }
        crash(crowded);
        heals("a", report("a").signed("LanternKit + 50404").missing(BUOY_UUID, "BuoyKit"));

        healAll();

        assertThat(triage.waiters.of(BUOY_UUID, "arm64")).hasSize(1);
    }

    @Test
    void theReportsOfOneObjectAreReadTogether() {
        for (int i = 0; i < 60; i++) {
            crash(waitingReport("r" + i).storedAs("crashes/batch.ndjson", "line " + i));
            heals("r" + i, report("r" + i).signed("Lantern.decode()"));
        }

        healAll();

        assertThat(opened).containsExactly(60);
        assertThat(count("Lantern.decode()")).isEqualTo(60);
    }

    @Test
    void aStepEndsInTimeAndTheNextOneGoesOn() {
        for (int i = 0; i < 5; i++) {
            waiting("r" + i);
            heals("r" + i, report("r" + i).signed("Lantern.decode()"));
        }
        jobs.wake(KEY, APP);

        for (int step = 1; step <= 5; step++) {
            HealJob job = healReports().step(KEY, triage.clock.instant()).orElseThrow();
            assertThat(job.scan().healed()).isEqualTo(step);
        }

        assertThat(jobs.find(KEY).orElseThrow().scan().finished()).isTrue();
        assertThat(opened).hasSize(5);
    }

    @Test
    void aStepReadsABoundedNumberOfReports() {
        int reports = HealReports.MOST_REPORTS + 50;
        for (int i = 0; i < reports; i++) {
            triage.occurrences.claim(waitingReport("r" + i).build());
            heals("r" + i, report("r" + i).signed("Lantern.decode()"));
        }
        triage.absorb();
        jobs.wake(KEY, APP);

        HealJob job = step().orElseThrow();

        assertThat(job.scan().finished()).isFalse();
        assertThat(job.scan().healed()).isEqualTo(HealReports.MOST_REPORTS);
        assertThat(step().orElseThrow().scan().healed()).isEqualTo(reports);
    }

    @Test
    void aReportWhoseBytesAreGoneHoldsNothing() {
        waiting("a");
        waiting("b");
        heals("b", report("b").signed("Lantern.decode()"));
        readAgain = reports ->
                reports.getFirst().id().equals(ReportBuilder.idOf("a")) ? Optional.empty() : Optional.of(healed);

        healAll();

        assertThat(count("LanternKit + 50404")).isEqualTo(1);
        assertThat(count("Lantern.decode()")).isEqualTo(1);
        assertThat(movedTo()).as("some reports stayed").isEmpty();
        assertThat(triage.waiters.of(LANTERN_UUID, "arm64"))
                .as("what is gone waits for nothing")
                .isEmpty();
    }

    @Test
    void aMistakeOfOursOnOneReportHoldsNothingAndIsTold() {
        waiting("a");
        waiting("b");
        heals("b", report("b").signed("Lantern.decode()"));
        readAgain = reports -> {
            if (reports.getFirst().id().equals(ReportBuilder.idOf("a"))) {
                throw new IllegalStateException("index 7 out of bounds");
            }
            return Optional.of(healed);
        };

        healAll();

        assertThat(count("Lantern.decode()")).isEqualTo(1);
        assertThat(leftBehind).singleElement().asString().contains("index 7").contains("crashes/a.ips");
        assertThat(triage.waiters.of(LANTERN_UUID, "arm64"))
                .as("it still waits")
                .hasSize(1);
    }

    @Test
    void anObjectThatCantBeReadIsTriedAFewTimesThenLeftBehind() {
        waiting("a");
        waiting("b");
        heals("b", report("b").signed("Lantern.decode()"));
        readAgain = reports -> {
            if (reports.getFirst().id().equals(ReportBuilder.idOf("a"))) {
                throw new Fault(Fault.Blame.OURS, "get object crashes/a.ips: access denied", null);
            }
            return Optional.of(healed);
        };
        jobs.wake(KEY, APP);

        for (int attempt = 1; attempt < HealReports.MOST_ATTEMPTS; attempt++) {
            assertThatThrownBy(this::step).isInstanceOf(Fault.class);
        }
        HealJob job = step().orElseThrow();

        triage.absorb();
        assertThat(job.isDone()).isTrue();
        assertThat(job.scan().failed()).isEqualTo(1);
        assertThat(count("Lantern.decode()")).isEqualTo(1);
        assertThat(leftBehind).singleElement().asString().contains("access denied");
    }

    @Test
    void tooMuchAtOnceIsTriedAgainForEver() {
        waiting("a");
        readAgain = reports -> {
            throw new Fault(Fault.Blame.CAPACITY, "get object: SlowDown", null);
        };
        jobs.wake(KEY, APP);

        for (int attempt = 0; attempt < 3 * HealReports.MOST_ATTEMPTS; attempt++) {
            assertThatThrownBy(this::step).isInstanceOf(Fault.class);
        }

        assertThat(jobs.find(KEY).orElseThrow().isDone()).isFalse();
        assertThat(leftBehind).isEmpty();
    }

    @Test
    void aReportThatSomebodyRevisedMeanwhileIsHealedAsItStands() {
        waiting("a");
        heals("a", report("a").signed("Lantern.decode()"));
        readAgain = reports -> {
            Occurrence report = standing("a");
            if (report.revision() == 1) {
                triage.occurrences.revise(report.revised(report.outcome(), Cause.REPLAY));
            }
            return Optional.of(healed);
        };

        healAll();

        assertThat(standing("a").revision()).isEqualTo(3);
        assertThat(count("Lantern.decode()")).isEqualTo(1);
        assertThat(count("LanternKit + 50404")).isZero();
    }

    @Test
    void aClusterThatIsEmptiedPointsToWhereItsReportsWent() {
        waiting("a");
        heals("a", report("a").signed("Lantern.decode()"));

        healAll();

        assertThat(movedTo()).contains(ClusterId.of(APP, "Lantern.decode()"));
    }

    @Test
    void ofSeveralTargetsItPointsToTheOneWithMostReports() {
        for (String name : List.of("a", "b", "c")) {
            waiting(name);
            heals(name, report(name).signed(name.equals("a") ? "Lantern.encode()" : "Lantern.decode()"));
        }

        healAll();

        assertThat(movedTo()).contains(ClusterId.of(APP, "Lantern.decode()"));
        assertThat(triage.alerts.raised().getLast().target()).contains(ClusterId.of(APP, "Lantern.decode()"));
    }

    private static ReportBuilder waitingReport(String name) {
        return report(name).signed("LanternKit + 50404").missing(LANTERN_UUID, "LanternKit");
    }

    private void waiting(String name) {
        crash(waitingReport(name));
    }

    private void crash(ReportBuilder report) {
        triage.crash(report);
    }

    private void heals(String name, ReportBuilder into) {
        healed.put(ReportBuilder.idOf(name), into.triaged());
    }

    /** Symbols arrive; every job is stepped until it is done, and what it revised is absorbed. */
    private void healAll() {
        new WakeWaiting(triage.waiters, jobs).wake(LANTERN);
        for (HealJob job : jobs.all()) {
            while (!jobs.find(job.key()).orElseThrow().isDone()) {
                healReports().step(job.key(), triage.clock.instant().plusSeconds(60));
            }
        }
        triage.absorb();
    }

    private Optional<HealJob> step() {
        return healReports().step(KEY, triage.clock.instant().plusSeconds(60));
    }

    private HealReports healReports() {
        return triage.healPorts(jobs, reports -> readAgain.outcomes(reports)).healReports(leftBehind::add);
    }

    private Occurrence standing(String name) {
        return triage.occurrences.find(ReportBuilder.idOf(name)).orElseThrow();
    }

    private long count(String signature) {
        return triage.counters
                .read(Counter.Key.total(ClusterId.of(APP, signature)))
                .tally()
                .reports();
    }

    private Optional<ClusterId> movedTo() {
        return triage.decisions.find(APP, BEFORE).flatMap(Decision::movedTo);
    }
}
