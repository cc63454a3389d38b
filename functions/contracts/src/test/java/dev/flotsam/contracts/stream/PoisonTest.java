package dev.flotsam.contracts.stream;

import static dev.flotsam.contracts.report.ReportBuilder.idOf;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.absorb.AbsorbChanges.Setback;
import dev.flotsam.triage.absorb.Change;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Pages;
import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.alert.Decided;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A report that can never be absorbed must not hold the others, nor its shard. */
final class PoisonTest {
    private static final int POISON = 2;

    private final Stores stores = Stores.empty();

    @Test
    void whatStorageRefusesIsSetAsideAndTheOthersCount() {
        assertThat(absorb(batch(false), new Fault(Fault.Blame.DATA, "too large", null)))
                .isEmpty();
        assertAllButThePoisonCount("too large");
    }

    @Test
    void whatAMistakeOfOursStumblesOverIsSetAsideToo() {
        assertThat(absorb(batch(false), new IllegalStateException("no such frame")))
                .isEmpty();
        assertAllButThePoisonCount("IllegalStateException: no such frame");
    }

    @Test
    void aRejectedReportThatCantBeListedHoldsNobodyEither() {
        assertThat(absorb(batch(true), new Fault(Fault.Blame.DATA, "too large", null)))
                .isEmpty();
        assertThat(stores.setAside().all()).containsOnlyKeys(at(POISON));
        assertThat(listed(new Listing.OfState(Page.State.REJECTED))).containsExactlyInAnyOrder("0", "1", "3");
    }

    @Test
    void whatMaySucceedLaterIsDeliveredAgainAndNotSetAside() {
        Optional<Setback> setback = absorb(batch(false), new Fault(Fault.Blame.CAPACITY, "slow down", null));
        assertThat(setback.map(Setback::from)).contains(at(0));
        assertThat(stores.setAside().all()).isEmpty();
        assertThat(absorb(batch(false), null)).isEmpty();
        assertThat(total()).isEqualTo(4);
    }

    private void assertAllButThePoisonCount(String reason) {
        assertThat(stores.setAside().all()).containsOnlyKeys(at(POISON));
        assertThat(stores.setAside().all().get(at(POISON)).reason()).contains(reason);
        assertThat(total()).isEqualTo(3);
        assertThat(stores.alerts().raised()).hasSize(1);
    }

    private long total() {
        return stores.counters()
                .read(Counter.Key.total(report("0").cluster()))
                .tally()
                .reports();
    }

    private List<String> listed(Listing list) {
        return stores.pages().all(list).stream()
                .flatMap(page -> page.entries().stream())
                .map(entry -> IntStream.range(0, 4)
                        .mapToObj(Integer::toString)
                        .filter(name -> idOf(name).equals(entry.report()))
                        .findFirst()
                        .orElseThrow())
                .distinct()
                .toList();
    }

    private Optional<Setback> absorb(List<Change> batch, RuntimeException refusal) {
        AbsorbPorts ports =
                stores.ports(report -> Exemplar.NONE, stores.counters(), new FakeClock(ReportBuilder.UPLOADED));
        return new AbsorbPorts(
                        ports.clusters(),
                        ports.exemplars(),
                        new RefusingPages(stores.pages(), refusal),
                        ports.waiters(),
                        ports.alerts(),
                        ports.sketches(),
                        ports.counters(),
                        ports.setAside(),
                        Decided.NOTHING,
                        ports.clock())
                .absorbChanges()
                .absorb(batch);
    }

    private static List<Change> batch(boolean rejected) {
        return IntStream.range(0, 4)
                .mapToObj(number -> (Change) new Change.Appeared(at(number), occurrence(number, rejected)))
                .toList();
    }

    private static Occurrence occurrence(int number, boolean rejected) {
        ReportBuilder report = report(Integer.toString(number));
        return rejected ? report.rejected("truncated").build() : report.build();
    }

    private static Position at(int number) {
        return Position.of("shardId-1", "10000000000000000000000" + number);
    }

    /** Refuses every page that names the poison, if it refuses at all. */
    private record RefusingPages(Pages inner, RuntimeException refusal) implements Pages {
        @Override
        public void put(Page page) {
            boolean poisoned =
                    page.entries().stream().anyMatch(entry -> entry.report().equals(idOf(Integer.toString(POISON))));
            if (refusal != null && poisoned) {
                throw refusal;
            }
            inner.put(page);
        }

        @Override
        public String cursor(Page page) {
            return inner.cursor(page);
        }

        @Override
        public Slice newestFirst(Listing list, Optional<String> after, int most) {
            return inner.newestFirst(list, after, most);
        }
    }
}
