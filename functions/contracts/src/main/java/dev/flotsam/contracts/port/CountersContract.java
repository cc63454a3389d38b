package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Mark;
import dev.flotsam.triage.absorb.Tally;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of counters does. */
public abstract class CountersContract {
    private static final ClusterId CLUSTER = ClusterId.of(APP, "Lantern.decode()");
    private static final Counter.Key TOTAL = Counter.Key.total(CLUSTER);
    private static final Counter.Key DAY = Counter.Key.of(CLUSTER, LocalDate.of(2026, 3, 2));
    private static final String LANE = "0123456789ab";
    private static final String OTHER_LANE = "ba9876543210";

    /** A store that holds nothing. */
    protected abstract Counters emptyCounters();

    @Test
    void aCounterThatNobodyMovedIsEmpty() {
        Counters counters = emptyCounters();
        assertThat(counters.read(TOTAL)).isEqualTo(Counter.EMPTY);
        assertThat(counters.readAll(List.of(TOTAL, DAY))).isEmpty();
        assertThat(counters.readAll(List.of())).isEmpty();
    }

    @Test
    void sumsAndMarkMoveTogether() {
        Counters counters = emptyCounters();
        assertThat(counters.advance(TOTAL, advance(LANE, Optional.empty(), 7, tally(3, "version:5.2", 3))))
                .isEmpty();
        assertThat(counters.read(TOTAL)).isEqualTo(new Counter(tally(3, "version:5.2", 3), Map.of(LANE, mark(7))));
        assertThat(counters.advance(TOTAL, advance(LANE, Optional.of(mark(7)), 9, tally(2, "version:5.2", 2))))
                .isEmpty();
        assertThat(counters.read(TOTAL)).isEqualTo(new Counter(tally(5, "version:5.2", 5), Map.of(LANE, mark(9))));
    }

    @Test
    void whoSawAnotherMarkChangesNothingAndLearnsWhatStands() {
        Counters counters = emptyCounters();
        Tally one = tally(1, "os:iOS 17.2", 1);
        counters.advance(TOTAL, advance(LANE, Optional.empty(), 7, one));
        Counter standing = counters.read(TOTAL);
        assertThat(counters.advance(TOTAL, advance(LANE, Optional.empty(), 9, one)))
                .contains(standing);
        assertThat(counters.advance(TOTAL, advance(LANE, Optional.of(mark(6)), 9, one)))
                .contains(standing);
        assertThat(counters.advance(TOTAL, advance(LANE, Optional.of(mark(8)), 9, one)))
                .contains(standing);
        assertThat(counters.read(TOTAL)).isEqualTo(standing);
    }

    @Test
    void whoSawAMarkOfACounterThatIsGoneLearnsThatItIsEmpty() {
        Counters counters = emptyCounters();
        assertThat(counters.advance(DAY, advance(LANE, Optional.of(mark(6)), 9, tally(1, "os:x", 1))))
                .contains(Counter.EMPTY);
        assertThat(counters.read(DAY)).isEqualTo(Counter.EMPTY);
    }

    @Test
    void lanesDoNotHinderOneAnother() {
        Counters counters = emptyCounters();
        counters.advance(TOTAL, advance(LANE, Optional.empty(), 7, tally(1, "os:x", 1)));
        assertThat(counters.advance(TOTAL, advance(OTHER_LANE, Optional.empty(), 2, tally(4, "os:y", 4))))
                .isEmpty();
        assertThat(counters.read(TOTAL))
                .isEqualTo(new Counter(
                        new Tally(5, Map.of("os:x", 1L, "os:y", 4L)), Map.of(LANE, mark(7), OTHER_LANE, mark(2))));
    }

    @Test
    void daysAndTotalsAreCountersOfTheirOwn() {
        Counters counters = emptyCounters();
        counters.advance(TOTAL, advance(LANE, Optional.empty(), 7, tally(5, "os:x", 5)));
        counters.advance(DAY, advance(LANE, Optional.empty(), 7, tally(2, "os:x", 2)));
        Counter.Key nextDay = Counter.Key.of(CLUSTER, LocalDate.of(2026, 3, 3));
        assertThat(counters.read(nextDay)).isEqualTo(Counter.EMPTY);
        assertThat(counters.readAll(List.of(TOTAL, DAY, nextDay)))
                .hasSize(2)
                .hasEntrySatisfying(
                        TOTAL, counter -> assertThat(counter.tally()).isEqualTo(tally(5, "os:x", 5)))
                .hasEntrySatisfying(DAY, counter -> assertThat(counter.tally()).isEqualTo(tally(2, "os:x", 2)));
    }

    @Test
    void whatIsSubtractedIsGoneWhileItsNameStaysKnown() {
        Counters counters = emptyCounters();
        counters.advance(TOTAL, advance(LANE, Optional.empty(), 7, tally(2, "device:iPhone15,4", 2)));
        counters.advance(TOTAL, advance(LANE, Optional.of(mark(7)), 8, tally(-2, "device:iPhone15,4", -2)));
        assertThat(counters.read(TOTAL).tally()).isEqualTo(tally(0, "device:iPhone15,4", 0));
    }

    @Test
    void marksOfOldLanesArePrunedInTheSameWrite() {
        Counters counters = emptyCounters();
        counters.advance(TOTAL, advance(LANE, Optional.empty(), 7, tally(1, "os:x", 1)));
        counters.advance(
                TOTAL,
                new Counter.Advance(
                        OTHER_LANE, Optional.empty(), mark(1), tally(1, "os:x", 1), List.of(LANE), Optional.empty()));
        assertThat(counters.read(TOTAL)).isEqualTo(new Counter(tally(2, "os:x", 2), Map.of(OTHER_LANE, mark(1))));
    }

    @Test
    void partsAreCountedUnderTheirNamesWhateverAReportCallsThem() {
        Counters counters = emptyCounters();
        Map<String, Long> parts = new HashMap<>();
        List.of(
                        "version:",
                        "version:5.2 (1042)",
                        "os:#n0 = :v0",
                        "device:…other",
                        "version:灯台",
                        "os:m:" + LANE,
                        "os:a.b[0]")
                .forEach(name -> parts.put(name, 1L + parts.size()));
        counters.advance(TOTAL, advance(LANE, Optional.empty(), 7, new Tally(9, parts)));
        assertThat(counters.read(TOTAL)).isEqualTo(new Counter(new Tally(9, parts), Map.of(LANE, mark(7))));
    }

    @Test
    void aHundredPartsAreCountedInOneWrite() {
        Counters counters = emptyCounters();
        Map<String, Long> parts = new HashMap<>();
        IntStream.range(0, 100).forEach(number -> parts.put("version:5." + number, 1L));
        assertThat(counters.advance(TOTAL, advance(LANE, Optional.empty(), 7, new Tally(100, parts))))
                .isEmpty();
        assertThat(counters.read(TOTAL).tally()).isEqualTo(new Tally(100, parts));
    }

    @Test
    void ofManyWhoMoveTheSameMarkAtOnceOneDoesAndTheOthersLearnIt() throws Exception {
        Counters counters = emptyCounters();
        List<Optional<Counter>> answers = Racing.all(
                8, number -> counters.advance(TOTAL, advance(LANE, Optional.empty(), 7, tally(1, "os:x", 1))));
        Counter standing = new Counter(tally(1, "os:x", 1), Map.of(LANE, mark(7)));
        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(answers).filteredOn(Optional::isPresent).containsOnly(Optional.of(standing));
        assertThat(counters.read(TOTAL)).isEqualTo(standing);
    }

    @Test
    void lanesThatCountAtOnceAllCount() throws Exception {
        Counters counters = emptyCounters();
        Racing.all(
                8,
                number -> counters.advance(
                        TOTAL, advance("00000000000" + number, Optional.empty(), 7, tally(1, "os:x", 1))));
        assertThat(counters.read(TOTAL).tally()).isEqualTo(tally(8, "os:x", 8));
        assertThat(counters.read(TOTAL).marks()).hasSize(8);
    }

    private static Counter.Advance advance(String lane, Optional<Mark> seen, int to, Tally delta) {
        return new Counter.Advance(lane, seen, mark(to), delta, List.of(), Optional.of(UPLOADED));
    }

    private static Mark mark(int number) {
        return new Mark("%040d".formatted(number), 492_000);
    }

    private static Tally tally(long reports, String part, long count) {
        return new Tally(reports, Map.of(part, count));
    }
}
