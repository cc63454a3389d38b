package dev.flotsam.contracts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.contracts.fault.FaultyGate;
import dev.flotsam.contracts.fault.FaultyGate.Breakage;
import dev.flotsam.contracts.fault.Gate;
import dev.flotsam.contracts.fault.ProcessDeath;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One batch of everything, broken at each of its port calls in turn. */
final class EveryCallTest {
    private static final String UUID = "3F1C5A6E-7B2D-4C8E-9A10-000000000001";

    @ParameterizedTest
    @EnumSource
    void whateverBreaksAtWhicheverCallIsMadeGoodByTheNextDelivery(Breakage breakage) {
        int calls = new Try(breakage, 0).deliverOnce();
        assertThat(calls).isGreaterThan(30);
        for (int at = 1; at <= calls; at++) {
            Try attempt = new Try(breakage, at);
            attempt.deliverOnce();
            assertThat(attempt.violations()).as("%s at call %d", breakage, at).isEmpty();
            attempt.deliverAgain();
            assertThat(attempt.violations())
                    .as("%s at call %d, then again", breakage, at)
                    .isEmpty();
            assertThat(attempt.differences())
                    .as("%s at call %d, then again", breakage, at)
                    .isEmpty();
        }
    }

    /** A world of its own: one shard, one batch. */
    private static final class Try {
        private final Stores stores = Stores.empty();
        private final Truth truth = new Truth();
        private final CrashPoints crashPoints = new CrashPoints(stores, truth);
        private final FaultyGate gate;
        private final Batch batch;

        Try(Breakage breakage, int at) {
            this.gate = new FaultyGate(breakage, at);
            Shards shards = new Shards(1, new Random(1), new Census());
            List<StreamRecord> records = everything().log().stream()
                    .map(written -> shards.append(written, written.id().equals(ReportBuilder.idOf("unreadable"))))
                    .toList();
            records.forEach(entry -> truth.note(entry, UseCaseSubject.sound().positionOf(entry)));
            this.batch = new Batch(records.getFirst().shardId(), records);
        }

        int deliverOnce() {
            try {
                Optional<String> again = UseCaseSubject.sound().absorb(ports(gate), batch);
                assertThat(again.isPresent()).isEqualTo(gate.isBroken());
            } catch (ProcessDeath death) {
                assertThat(gate.isBroken()).isTrue();
            }
            return gate.calls();
        }

        void deliverAgain() {
            assertThat(UseCaseSubject.sound().absorb(ports(Gate.OPEN), batch)).isEmpty();
        }

        List<String> violations() {
            return crashPoints.violations();
        }

        List<String> differences() {
            return Differences.between(truth, stores);
        }

        private AbsorbPorts ports(Gate behind) {
            return stores.ports(report -> Exemplar.NONE, crashPoints, new FakeClock(ReportBuilder.UPLOADED))
                    .behind(behind);
        }

        private static FakeOccurrences everything() {
            FakeOccurrences occurrences = new FakeOccurrences();
            occurrences.claim(
                    ReportBuilder.report("first").missing(UUID, "LanternKit").build());
            occurrences.claim(ReportBuilder.report("second")
                    .uploadedAt(ReportBuilder.UPLOADED.plusSeconds(90_000))
                    .build());
            occurrences.claim(
                    ReportBuilder.report("elsewhere").signed("Buoy.drift()").build());
            occurrences.claim(ReportBuilder.report("unreadable").build());
            occurrences.claim(
                    ReportBuilder.report("broken").rejected("truncated").build());
            occurrences.claim(
                    ReportBuilder.report("second").withContent("edited").build());
            Occurrence moved = occurrences.find(ReportBuilder.idOf("second")).orElseThrow();
            occurrences.revise(moved.revised(
                    ReportBuilder.report("any").signed("Beacon.healed()").triaged(), Cause.HEAL));
            occurrences.delete(ReportBuilder.idOf("elsewhere"));
            return occurrences;
        }
    }
}
