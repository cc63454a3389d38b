package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static dev.flotsam.contracts.report.ReportBuilder.idOf;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.Occurrences.Claim;
import dev.flotsam.triage.ReportId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of occurrences does. */
public abstract class OccurrencesContract {
    private static final String UUID = "3F1C5A6E-7B2D-4C8E-9A10-00000000000%d";

    /** A store that holds nothing. */
    protected abstract Occurrences emptyOccurrences();

    @Test
    void aReportComesBackAsItWasClaimed() {
        Occurrences occurrences = emptyOccurrences();
        List<Occurrence> reports = List.of(
                report("plain").build(),
                report("silent").withoutCapture().build(),
                report("waiting")
                        .missing(UUID.formatted(1), "Lantern Kit")
                        .missing(UUID.formatted(2), "")
                        .build(),
                report("foreign")
                        .ofApp("")
                        .signed("灯台.更新(\"ä|#\t\")")
                        .onVersion("")
                        .onOs("…other")
                        .build(),
                report("broken").rejected("truncated").build(),
                report("kept").recognised("spindump").build());
        reports.forEach(report -> assertThat(occurrences.claim(report)).isEqualTo(new Claim.Recorded()));
        assertThat(reports)
                .allSatisfy(report -> assertThat(occurrences.find(report.id())).contains(report));
    }

    @Test
    void aReportThatNobodyClaimedIsNotThere() {
        Occurrences occurrences = emptyOccurrences();
        assertThat(occurrences.find(idOf("nobody"))).isEmpty();
        assertThat(occurrences.findAll(List.of(idOf("nobody")))).isEmpty();
        assertThat(occurrences.findAll(List.of())).isEmpty();
        assertThat(occurrences.variants(idOf("nobody"))).isEmpty();
    }

    @Test
    void theSameReportAgainIsAlreadySeenWhateverElseChanged() {
        Occurrences occurrences = emptyOccurrences();
        Occurrence first = report("crash").build();
        occurrences.claim(first);
        assertThat(occurrences.claim(first)).isEqualTo(new Claim.AlreadySeen());
        assertThat(occurrences.claim(
                        report("crash").uploadedAt(UPLOADED.plusSeconds(500)).build()))
                .isEqualTo(new Claim.AlreadySeen());
        assertThat(occurrences.find(first.id())).contains(first);
        assertThat(occurrences.variants(first.id())).isEmpty();
    }

    @Test
    void ofManyWhoClaimAtOnceExactlyOneIsFirst() throws Exception {
        Occurrences occurrences = emptyOccurrences();
        Occurrence report = report("crash").build();
        List<Claim> claims = Racing.all(8, number -> occurrences.claim(report));
        assertThat(claims).filteredOn(Claim.Recorded.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.AlreadySeen.class::isInstance).hasSize(7);
    }

    @Test
    void anotherContentUnderAKnownIdIsKeptBesideItOnce() {
        Occurrences occurrences = emptyOccurrences();
        Occurrence first = report("crash").build();
        Occurrence edited =
                report("crash").withContent("edited").signed("Other.place()").build();
        occurrences.claim(first);
        assertThat(occurrences.claim(edited)).isEqualTo(new Claim.Variant());
        assertThat(occurrences.claim(edited)).isEqualTo(new Claim.Variant());
        assertThat(occurrences.find(first.id())).contains(first);
        assertThat(occurrences.findAll(List.of(first.id()))).containsValue(first);
        assertThat(occurrences.variants(first.id())).containsExactly(edited);
    }

    @Test
    void variantsComeOldestFirst() {
        Occurrences occurrences = emptyOccurrences();
        occurrences.claim(report("crash").build());
        for (int hour : new int[] {3, 1, 2}) {
            occurrences.claim(edited(hour));
        }
        assertThat(occurrences.variants(idOf("crash"))).containsExactly(edited(1), edited(2), edited(3));
    }

    @Test
    void aForgerGainsNothingBySendingMoreVariants() {
        Occurrences occurrences = emptyOccurrences();
        occurrences.claim(report("crash").build());
        for (int hour = 0; hour < Occurrences.MOST_VARIANTS + 2; hour++) {
            assertThat(occurrences.claim(edited(hour))).isEqualTo(new Claim.Variant());
        }
        assertThat(occurrences.variants(idOf("crash"))).hasSize(Occurrences.MOST_VARIANTS);
    }

    @Test
    void aRevisionReplacesTheOneBeforeIt() {
        Occurrences occurrences = emptyOccurrences();
        Occurrence first =
                report("crash").missing(UUID.formatted(1), "LanternKit").build();
        occurrences.claim(first);
        Occurrence healed =
                first.revised(report("any").signed("Lantern.healed()").triaged(), Cause.HEAL);
        assertThat(occurrences.revise(healed)).isTrue();
        assertThat(occurrences.find(first.id())).contains(healed);
        assertThat(occurrences.claim(first)).isEqualTo(new Claim.AlreadySeen());
        assertThat(occurrences.find(first.id())).contains(healed);
    }

    @Test
    void aRevisionOfAnotherThanTheStandingOneChangesNothing() {
        Occurrences occurrences = emptyOccurrences();
        Occurrence first = report("crash").build();
        occurrences.claim(first);
        Occurrence second = first.revised(first.outcome(), Cause.RESIGN);
        assertThat(occurrences.revise(second.revised(first.outcome(), Cause.SPLIT)))
                .isFalse();
        assertThat(occurrences.revise(second)).isTrue();
        assertThat(occurrences.revise(first.revised(first.outcome(), Cause.HEAL)))
                .isFalse();
        assertThat(occurrences.find(first.id())).contains(second);
    }

    @Test
    void aReportThatIsNotThereCantBeRevised() {
        Occurrences occurrences = emptyOccurrences();
        Occurrence report = report("crash").build();
        assertThat(occurrences.revise(report.revised(report.outcome(), Cause.HEAL)))
                .isFalse();
        assertThat(occurrences.find(report.id())).isEmpty();
    }

    @Test
    void ofManyWhoReviseAtOnceExactlyOneWins() throws Exception {
        Occurrences occurrences = emptyOccurrences();
        Occurrence report = report("crash").build();
        occurrences.claim(report);
        List<Boolean> wins = Racing.all(
                8,
                number -> occurrences.revise(
                        report.revised(report("any").signed("Place" + number).triaged(), Cause.SPLIT)));
        assertThat(wins).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(occurrences.find(report.id()).orElseThrow().outcome())
                .isEqualTo(report("any").signed("Place" + wins.indexOf(true)).triaged());
    }

    @Test
    void manyReportsAreFoundAtOnceAndThoseThatAreMissingLeftOut() {
        Occurrences occurrences = emptyOccurrences();
        List<Occurrence> reports = IntStream.range(0, 130)
                .mapToObj(number -> report("crash " + number).build())
                .toList();
        reports.forEach(occurrences::claim);
        List<ReportId> asked = IntStream.range(0, 140)
                .mapToObj(number -> idOf("crash " + number % 135))
                .toList();
        assertThat(occurrences.findAll(asked).values()).containsExactlyInAnyOrderElementsOf(reports);
    }

    private static Occurrence edited(int hour) {
        return report("crash")
                .withContent("edited " + hour)
                .uploadedAt(UPLOADED.plusSeconds(3_600L * hour))
                .build();
    }
}
