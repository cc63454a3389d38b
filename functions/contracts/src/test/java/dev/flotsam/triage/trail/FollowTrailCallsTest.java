package dev.flotsam.triage.trail;

import static dev.flotsam.triage.trail.History.crash;
import static dev.flotsam.triage.trail.History.jetsam;
import static dev.flotsam.triage.trail.History.run;
import static dev.flotsam.triage.trail.History.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.contracts.fault.Gate;
import dev.flotsam.contracts.fault.GatedOccurrences;
import dev.flotsam.contracts.fault.GatedTrails;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.trail.History.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a report costs: each call is a request to a table, each record read a kilobyte of reads. */
class FollowTrailCallsTest {
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final FakeTrails trails = new FakeTrails();
    private final List<String> calls = new ArrayList<>();
    private int read;

    @Test
    void theFirstRecordOfAnInstallationReadsNoOtherRecord() {
        tell(run("R1", 0, 600, 1980));
        assertThat(calls)
                .containsExactly(
                        "trails.settle", "trails.of", "trails.keep", "trails.of", "occurrences.claim", "trails.of");
        assertThat(read).isZero();
    }

    @Test
    void aRecordAmongManyReadsOnlyItsNeighbours() {
        IntStream.range(0, 20).forEach(number -> tell(run("R" + number, 1_000 * number, 1_000 * number + 600, 1980)));
        tell(run("last", 9_700, 9_900, 1980));
        assertThat(calls)
                .containsExactly(
                        "trails.settle",
                        "trails.of",
                        "trails.keep",
                        "trails.of",
                        "occurrences.claim",
                        "occurrences.findAll",
                        "trails.of");
        assertThat(read).isEqualTo(2);
    }

    @Test
    void aStartRecordReadsTheRunBefore() {
        IntStream.range(0, 20).forEach(number -> tell(run("R" + number, 1_000 * number, 1_000 * number + 600, 1980)));
        tell(start("R20", 20_000, false));
        assertThat(calls).hasSize(8).contains("occurrences.revise");
        assertThat(read).isEqualTo(1);
    }

    @Test
    void aCrashReportReadsWhatItOverturns() {
        IntStream.range(0, 20).forEach(number -> tell(run("R" + number, 1_000 * number, 1_000 * number + 600, 1980)));
        tell(crash("late", 10_601));
        assertThat(calls)
                .containsExactly(
                        "occurrences.find",
                        "trails.keep",
                        "trails.of",
                        "occurrences.claim",
                        "occurrences.findAll",
                        "occurrences.revise",
                        "trails.of");
        assertThat(read).isEqualTo(3);
    }

    @Test
    void aKillOfWhichNoRunIsKnownReadsNothing() {
        tell(jetsam("kill", 601));
        assertThat(calls)
                .containsExactly("occurrences.find", "trails.keep", "trails.of", "occurrences.claim", "trails.of");
    }

    private void tell(Told told) {
        calls.clear();
        read = 0;
        Gate counting = new Gate() {
            @Override
            public <T> T call(String what, Supplier<T> call) {
                calls.add(what);
                return call.get();
            }
        };
        new FollowTrail(
                        new GatedTrails(trails, counting),
                        new GatedOccurrences(new CountingReads(), counting),
                        KeepApart.nothing(),
                        KnownLimits.NONE,
                        Duration.ofDays(14))
                .record(told.report(), told.statement(), told.keys());
    }

    private final class CountingReads implements Occurrences {
        @Override
        public Claim claim(Occurrence occurrence) {
            return occurrences.claim(occurrence);
        }

        @Override
        public Optional<Occurrence> find(ReportId id) {
            return occurrences.find(id);
        }

        @Override
        public Map<ReportId, Occurrence> findAll(Collection<ReportId> ids) {
            read += ids.size();
            return occurrences.findAll(ids);
        }

        @Override
        public List<Occurrence> variants(ReportId id) {
            return occurrences.variants(id);
        }

        @Override
        public boolean revise(Occurrence revised) {
            return occurrences.revise(revised);
        }
    }
}
