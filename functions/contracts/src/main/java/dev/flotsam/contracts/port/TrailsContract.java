package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.Digest;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.trail.TrailId;
import dev.flotsam.triage.trail.Trails;
import dev.flotsam.triage.trail.Trails.Kept;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of trails does. */
public abstract class TrailsContract {
    private static final TrailId TRAIL = TrailId.ofInstallation("installation 1");
    private static final TrailId OTHER = TrailId.ofInstallation("installation 2");

    /** A store that holds nothing. */
    protected abstract Trails emptyTrails();

    @Test
    void aTrailGivesBackItsWitnessesAndNobodyElses() {
        Trails trails = emptyTrails();
        trails.keep(witness(TRAIL, 1, "one"));
        trails.keep(witness(TRAIL, 2, "two"));
        trails.keep(witness(OTHER, 3, "three"));
        assertThat(trails.of(TRAIL, UPLOADED))
                .containsExactlyInAnyOrder(witness(TRAIL, 1, "one"), witness(TRAIL, 2, "two"));
        assertThat(trails.of(TrailId.ofInstallation("installation 4"), UPLOADED))
                .isEmpty();
    }

    @Test
    void theFirstWitnessOfAReportStays() {
        Trails trails = emptyTrails();
        trails.keep(witness(TRAIL, 1, "as it was"));
        trails.keep(witness(TRAIL, 1, "as somebody else would have it"));
        assertThat(words(trails.of(TRAIL, UPLOADED))).containsExactly("as it was");
    }

    @Test
    void aRenewedWitnessSaysSomethingElseAndOneThatIsGoneStaysAway() {
        Trails trails = emptyTrails();
        trails.keep(witness(TRAIL, 1, "as it was"));
        trails.renew(witness(TRAIL, 1, "by today's symbols"));
        trails.renew(witness(TRAIL, 2, "never kept"));
        trails.renew(witness(OTHER, 1, "in another trail"));
        assertThat(words(trails.of(TRAIL, UPLOADED))).containsExactly("by today's symbols");
        assertThat(trails.of(OTHER, UPLOADED)).isEmpty();
    }

    @Test
    void aWitnessPastItsTimeIsNotRead() {
        Trails trails = emptyTrails();
        trails.keep(witness(TRAIL, 1, "one"));
        assertThat(trails.of(TRAIL, UPLOADED.plus(Duration.ofDays(14)))).isEmpty();
        assertThat(trails.of(TRAIL, UPLOADED.plus(Duration.ofDays(13)))).hasSize(1);
    }

    @Test
    void whatIsDroppedIsGoneOnceAndForAll() {
        Trails trails = emptyTrails();
        trails.keep(witness(TRAIL, 1, "one"));
        trails.keep(witness(TRAIL, 2, "two"));
        trails.drop(TRAIL, report(1));
        trails.drop(TRAIL, report(1));
        trails.drop(OTHER, report(2));
        assertThat(words(trails.of(TRAIL, UPLOADED))).containsExactly("two");
    }

    @Test
    void aLongTrailIsReadUpToItsBound() {
        Trails trails = emptyTrails();
        IntStream.range(0, Trails.MOST_READ + 20)
                .forEach(number -> trails.keep(witness(TRAIL, number, "witness " + number)));
        assertThat(trails.of(TRAIL, UPLOADED)).hasSize(Trails.MOST_READ);
    }

    @Test
    void aRunStaysWhereItWasFirstNoted() {
        Trails trails = emptyTrails();
        TrailId run = TrailId.ofRun("com.example.lantern", "run 1");
        assertThat(trails.homeOf(run)).isEmpty();
        trails.settle(run, TRAIL, UPLOADED.plus(Duration.ofDays(14)));
        trails.settle(run, OTHER, UPLOADED.plus(Duration.ofDays(14)));
        assertThat(trails.homeOf(run)).contains(TRAIL);
        assertThat(trails.of(run, UPLOADED)).as("a note is no witness").isEmpty();
    }

    private static Kept witness(TrailId trail, int report, String words) {
        return new Kept(trail, report(report), UPLOADED, UPLOADED.plus(Duration.ofDays(14)), words);
    }

    private static ReportId report(int number) {
        return ReportId.ofContent(Digest.sha256(new byte[] {(byte) number, (byte) (number >> 8)}));
    }

    private static List<String> words(List<Kept> trail) {
        return trail.stream().map(Kept::testimony).toList();
    }
}
