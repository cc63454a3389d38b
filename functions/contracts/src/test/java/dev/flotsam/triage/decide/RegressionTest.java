package dev.flotsam.triage.decide;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeTriage;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alert.Versions;
import dev.flotsam.triage.decide.DecideCluster.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A resolved cluster is seen again. */
class RegressionTest {
    private final FakeTriage triage = new FakeTriage();
    private final ClusterId lantern = crash("first", "Lantern.decode()", "5.2 (1042)");
    private int reports;

    @Test
    void aNewerVersionIsToldOnceHoweverManyReportsComeOfIt() {
        resolve(lantern, "5.2");
        crash("5.3 (1050)");
        crash("5.3 (1050)");
        crash("5.4");

        assertThat(regressions()).singleElement().satisfies(alert -> {
            assertThat(alert.cluster()).isEqualTo(lantern);
            assertThat(alert.versions()).contains(new Versions("5.2", "5.3 (1050)"));
        });
    }

    @Test
    void theSameOrAnOlderVersionIsNoNews() {
        resolve(lantern, "5.2 (1042)");
        crash("5.2 (1042)");
        crash("5.1");
        crash("");

        assertThat(regressions()).isEmpty();
    }

    @Test
    void resolvingItAgainBeginsAnotherEpisode() {
        resolve(lantern, "5.2");
        crash("5.3");
        resolve(lantern, "5.3");
        crash("5.3");
        crash("5.4");
        crash("5.5");

        assertThat(regressions())
                .extracting(Alert::versions)
                .containsExactly(Optional.of(new Versions("5.2", "5.3")), Optional.of(new Versions("5.3", "5.4")));
    }

    @Test
    void aNoteBeginsNoOtherEpisode() {
        resolve(lantern, "5.2");
        crash("5.3");
        decide(lantern, new Change.Edit(Optional.empty(), Optional.of("mara"), Optional.of("looking")));
        crash("5.3");

        assertThat(regressions()).hasSize(1);
    }

    @Test
    void norDoMoreNotesThanTheHistoryKeeps() {
        resolve(lantern, "5.2");
        crash("5.3");
        for (int note = 0; note <= Decision.MOST_ENTRIES; note++) {
            decide(lantern, new Change.Edit(Optional.empty(), Optional.empty(), Optional.of("note " + note)));
            crash("5.3");
        }

        assertThat(regressions()).hasSize(1);
        assertThat(triage.decisions.find(APP, lantern).orElseThrow().history()).hasSize(Decision.MOST_ENTRIES);
    }

    @Test
    void aLateReportUnderAnOldSignatureSpeaksForTheClusterItsReportsAreIn() {
        ClusterId unnamed = crash("unnamed", "LanternKit + 50404", "5.2");
        resolve(unnamed, "5.2");
        new CarryDecisions(triage.decisions, triage.links, triage.clusters).carry(APP, unnamed, lantern);
        resolve(lantern, "5.2");
        crash("5.3");
        crash("late", "LanternKit + 50404", "5.3");
        assertThat(regressions()).extracting(Alert::cluster).containsExactly(lantern);

        decide(lantern, edit(new State.Open()));
        crash("later", "LanternKit + 50404", "5.4");
        assertThat(regressions()).hasSize(1);
    }

    @Test
    void whatIsOpenOrIgnoredIsNotBack() {
        crash("5.3");
        decide(lantern, edit(new State.Ignored(Optional.empty())));
        crash("5.4");

        assertThat(regressions()).isEmpty();
    }

    @Test
    void whatCameBeforeTheResolutionDoesNotContradictIt() {
        crash("5.3");
        resolve(lantern, "5.2");
        assertThat(regressions()).isEmpty();

        crash("5.3");
        assertThat(regressions()).hasSize(1);
    }

    @Test
    void aReportOfAMergedClusterSpeaksForTheOneItIsShownAs() {
        ClusterId buoy = crash("other", "Buoy.drift()", "5.2");
        new LinkClusters(triage.links, triage.clock).merge(APP, lantern, List.of(buoy), "people");
        resolve(lantern, "5.2");

        crash("later", "Buoy.drift()", "5.3");

        assertThat(regressions()).extracting(Alert::cluster).containsExactly(lantern);
    }

    @Test
    void aReportThatHealingMovesInTellsNothingNew() {
        resolve(lantern, "5.2");
        crash("waiting", "LanternKit + 50404", "5.3");
        triage.heal(report("waiting", "Lantern.decode()", "5.3"));

        assertThat(regressions()).isEmpty();
    }

    private List<Alert> regressions() {
        return triage.alerts.raised().stream()
                .filter(alert -> alert.kind() == Alert.Kind.REGRESSION)
                .toList();
    }

    private void resolve(ClusterId cluster, String version) {
        decide(cluster, edit(new State.Resolved(version)));
    }

    private static Change.Edit edit(State state) {
        return new Change.Edit(Optional.of(state), Optional.empty(), Optional.empty());
    }

    private void decide(ClusterId cluster, Change change) {
        triage.clock.advance(Duration.ofMinutes(1));
        long seen = triage.decisions.find(APP, cluster).map(Decision::revision).orElse(0L);
        new DecideCluster(triage.decisions, triage.clock).decide(APP, cluster, seen, change, List.of(), "people");
    }

    private void crash(String version) {
        crash("report-" + reports++, "Lantern.decode()", version);
    }

    private ClusterId crash(String name, String signature, String version) {
        return triage.crash(report(name, signature, version)).id();
    }

    private static ReportBuilder report(String name, String signature, String version) {
        return ReportBuilder.report(name).signed(signature).onVersion(version);
    }
}
