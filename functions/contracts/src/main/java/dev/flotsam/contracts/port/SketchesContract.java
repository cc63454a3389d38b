package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static dev.flotsam.contracts.report.ReportBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.DistinctCount;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.absorb.Sketch.Sample;
import dev.flotsam.triage.absorb.Sketches;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of sketches does. */
public abstract class SketchesContract {
    private static final ClusterId CLUSTER = ClusterId.of(APP, "Lantern.decode()");

    /** A store that holds nothing. */
    protected abstract Sketches emptySketches();

    @Test
    void aClusterThatNobodySketchedIsEmpty() {
        Sketches sketches = emptySketches();
        assertThat(sketches.read(CLUSTER)).isEqualTo(Sketch.EMPTY);
        assertThat(sketches.readAll(List.of(CLUSTER))).isEmpty();
        assertThat(sketches.readAll(List.of())).isEmpty();
    }

    @Test
    void whatShardsSawIsReadAsOne() {
        Sketches sketches = emptySketches();
        IntStream.range(0, 20).forEach(number -> sketches.merge(CLUSTER, lane(number), seen(number)));
        assertThat(sketches.read(CLUSTER)).isEqualTo(all(20));
        assertThat(sketches.readAll(List.of(CLUSTER, ClusterId.of(APP, "nothing"))))
                .containsOnlyKeys(CLUSTER)
                .containsValue(all(20));
    }

    @Test
    void theSameAgainChangesNothing() {
        Sketches sketches = emptySketches();
        for (int number : new int[] {2, 0, 1, 1, 0, 2}) {
            sketches.merge(CLUSTER, lane(number), seen(number));
        }
        assertThat(sketches.read(CLUSTER)).isEqualTo(all(3));
    }

    @Test
    void clustersAreKeptApart() {
        Sketches sketches = emptySketches();
        ClusterId other = ClusterId.of(APP, "Buoy.drift()");
        sketches.merge(CLUSTER, lane(0), seen(0));
        sketches.merge(other, lane(0), seen(1));
        assertThat(sketches.read(CLUSTER)).isEqualTo(seen(0));
        assertThat(sketches.read(other)).isEqualTo(seen(1));
    }

    @Test
    void aReportThatLeftMakesTheWholeStale() {
        Sketches sketches = emptySketches();
        sketches.merge(CLUSTER, lane(0), seen(0));
        sketches.merge(
                CLUSTER, lane(1), new Sketch(Optional.empty(), Optional.empty(), DistinctCount.EMPTY, List.of(), true));
        Sketch sketch = sketches.read(CLUSTER);
        assertThat(sketch.stale()).isTrue();
        assertThat(sketch.first()).isEqualTo(seen(0).first());
        assertThat(sketch.samples()).isEqualTo(seen(0).samples());
    }

    @Test
    void ofManyWhoMergeAtOnceNothingIsLost() throws Exception {
        Sketches sketches = emptySketches();
        Racing.all(8, number -> {
            sketches.merge(CLUSTER, "samelane0000", seen(number));
            return number;
        });
        assertThat(sketches.read(CLUSTER)).isEqualTo(all(8));
    }

    @Test
    void manyDevicesAreCountedToWithinThreeStandardErrors() {
        Sketches sketches = emptySketches();
        int devices = 5_000;
        DistinctCount count = IntStream.range(0, devices)
                .mapToObj(number -> DistinctCount.of("device " + number))
                .reduce(DistinctCount.EMPTY, DistinctCount::merge);
        sketches.merge(CLUSTER, lane(0), new Sketch(Optional.empty(), Optional.empty(), count, List.of(), false));
        assertThat((double) sketches.read(CLUSTER).devices().estimate())
                .isBetween(
                        devices * (1 - 3 * DistinctCount.STANDARD_ERROR),
                        devices * (1 + 3 * DistinctCount.STANDARD_ERROR));
    }

    private static Sketch all(int count) {
        return IntStream.range(0, count).mapToObj(SketchesContract::seen).reduce(Sketch.EMPTY, Sketch::merge);
    }

    private static Sketch seen(int number) {
        Instant when = UPLOADED.plusSeconds(number);
        return new Sketch(
                Optional.of(when),
                Optional.of(when),
                DistinctCount.of("device " + number),
                List.of(new Sample(idOf("crash " + number), when)),
                false);
    }

    private static String lane(int number) {
        return "%012x".formatted(number * 7_919L);
    }
}
