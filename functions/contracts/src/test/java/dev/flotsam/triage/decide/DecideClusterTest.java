package dev.flotsam.triage.decide;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeDecisions;
import dev.flotsam.contracts.fake.FakeTriage;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.decide.DecideCluster.Change;
import dev.flotsam.triage.decide.DecideCluster.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DecideClusterTest {
    private static final List<String> SEEN = List.of("5.2 (9)", "5.10 (3)", "5.9");

    private final FakeTriage triage = new FakeTriage();
    private final FakeDecisions decisions = triage.decisions;
    private final DecideCluster decide = new DecideCluster(decisions, triage.clock);
    private final CarryDecisions carry = new CarryDecisions(decisions, triage.links, triage.clusters);

    @Test
    void aDecisionStandsWithWhoAndWhen() {
        Cluster cluster = triage.crash(report("one"));
        Decision decided = decided(decide.decide(APP, cluster.id(), 0, resolve("5.3"), SEEN, "ada"));

        assertThat(decided.standing().state()).isEqualTo(new State.Resolved("5.3"));
        assertThat(decided.history()).hasSize(1);
        assertThat(decided.history().getFirst().by()).isEqualTo("ada");
        assertThat(decided.history().getFirst().at()).isEqualTo(triage.clock.instant());
        assertThat(decisions.find(APP, cluster.id())).contains(decided);
    }

    @Test
    void whatIsNotNamedStaysAsItWas() {
        Cluster cluster = triage.crash(report("one"));
        decide.decide(
                APP,
                cluster.id(),
                0,
                new Change.Edit(Optional.empty(), Optional.of("ada"), Optional.of("see PR 12")),
                SEEN,
                "a");
        Decision decided = decided(decide.decide(APP, cluster.id(), 1, resolve("5.3"), SEEN, "b"));
        assertThat(decided.standing()).isEqualTo(new Standing(new State.Resolved("5.3"), "ada", "see PR 12"));
    }

    @Test
    void resolvingWithoutAVersionMeansTheNewestOneSeen() {
        Cluster cluster = triage.crash(report("one"));
        assertThat(decided(decide.decide(APP, cluster.id(), 0, resolve(""), SEEN, "ada"))
                        .standing()
                        .state())
                .isEqualTo(new State.Resolved("5.10 (3)"));
    }

    @Test
    void whoLooksAtAnOldRevisionIsToldWhatStandsAndOverwritesNothing() {
        Cluster cluster = triage.crash(report("one"));
        Decision first = decided(decide.decide(APP, cluster.id(), 0, resolve("5.3"), SEEN, "ada"));
        assertThat(decide.decide(APP, cluster.id(), 0, new Change.Undo(), SEEN, "bob"))
                .isEqualTo(new Outcome.ChangedMeanwhile(first));
        assertThat(decisions.find(APP, cluster.id())).contains(first);
    }

    @Test
    void undoingGoesBackToHowItStoodAndKeepsTheHistory() {
        Cluster cluster = triage.crash(report("one"));
        decide.decide(APP, cluster.id(), 0, resolve("5.3"), SEEN, "ada");
        decide.decide(APP, cluster.id(), 1, resolve("5.4"), SEEN, "ada");
        Decision undone = decided(decide.decide(APP, cluster.id(), 2, new Change.Undo(), SEEN, "bob"));
        assertThat(undone.standing().state()).isEqualTo(new State.Resolved("5.3"));
        assertThat(undone.history()).extracting(Decision.Entry::by).containsExactly("ada", "ada", "bob");
    }

    @Test
    void theFirstDecisionCanBeUndoneAndNothingBeforeIt() {
        Cluster cluster = triage.crash(report("one"));
        assertThat(decide.decide(APP, cluster.id(), 0, new Change.Undo(), SEEN, "bob"))
                .isInstanceOf(Outcome.NothingToUndo.class);
        decide.decide(APP, cluster.id(), 0, resolve("5.3"), SEEN, "ada");
        assertThat(decided(decide.decide(APP, cluster.id(), 1, new Change.Undo(), SEEN, "bob"))
                        .standing())
                .isEqualTo(Standing.UNTOUCHED);
    }

    @Test
    void decisionsFollowReportsToTheirNewClusterAndLeaveAWordBehind() {
        Cluster from = triage.crash(report("one").signed("Lantern + 0x1234"));
        Cluster to = triage.heal(report("one").signed("Lantern.decode()"));
        Decision decided = decided(decide.decide(APP, from.id(), 0, resolve("5.3"), SEEN, "ada"));
        carry.carry(APP, from.id(), to.id());
        String once = decisions.toString();
        carry.carry(APP, from.id(), to.id());

        assertThat(decisions.find(APP, to.id()).orElseThrow().history()).isEqualTo(decided.history());
        assertThat(decisions.find(APP, from.id()).flatMap(Decision::movedTo)).contains(to.id());
        assertThat(decisions.toString()).isEqualTo(once);
    }

    @Test
    void aClusterThatNobodyTouchedLeavesAWordBehindToo() {
        Cluster from = triage.crash(report("one").signed("Lantern + 0x1234"));
        ClusterId to = ClusterId.of(APP, "Lantern.decode()");
        carry.carry(APP, from.id(), to);
        assertThat(decisions.find(APP, from.id()).flatMap(Decision::movedTo)).contains(to);
        assertThat(decisions.find(APP, to)).isEmpty();
    }

    @Test
    void whatWasDecidedAboutTheTargetStands() {
        Cluster from = triage.crash(report("one").signed("Lantern + 0x1234"));
        Cluster to = triage.heal(report("one").signed("Lantern.decode()"));
        decide.decide(APP, from.id(), 0, resolve("5.3"), SEEN, "ada");
        Decision own = decided(decide.decide(APP, to.id(), 0, resolve("9.9"), SEEN, "bob"));
        carry.carry(APP, from.id(), to.id());
        assertThat(decisions.find(APP, to.id())).contains(own);
    }

    @Test
    void whatWasDecidedAboutAFewDoesNotHideAnOlderCluster() {
        Cluster older = triage.crash(report("one").signed("Lantern.decode()"));
        Cluster from = triage.crash(report("two")
                .signed("Lantern + 0x1234")
                .uploadedAt(older.created().plusSeconds(60)));
        decide.decide(
                APP,
                from.id(),
                0,
                new Change.Edit(Optional.of(new State.Ignored(Optional.empty())), Optional.empty(), Optional.empty()),
                SEEN,
                "ada");
        carry.carry(APP, from.id(), older.id());
        assertThat(decisions.find(APP, older.id())).isEmpty();
    }

    @Test
    void whatCameBackTakesTheLaterDecisionsWithIt() {
        Cluster from = triage.crash(report("one").signed("Lantern.decode()"));
        Cluster to = triage.heal(report("one").signed("LanternDecoder.decode()"));
        decide.decide(APP, from.id(), 0, resolve("5.3"), SEEN, "ada");
        carry.carry(APP, from.id(), to.id());
        Decision later = decided(decide.decide(APP, to.id(), 1, resolve("5.4"), SEEN, "bob"));
        carry.carry(APP, to.id(), from.id());

        assertThat(decisions.find(APP, from.id()).orElseThrow().history()).isEqualTo(later.history());
        assertThat(decisions.find(APP, from.id()).flatMap(Decision::movedTo)).isEmpty();
        assertThat(decisions.find(APP, to.id()).flatMap(Decision::movedTo)).contains(from.id());
    }

    private static Change resolve(String version) {
        return new Change.Edit(Optional.of(new State.Resolved(version)), Optional.empty(), Optional.empty());
    }

    private static Decision decided(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Decided.class);
        return ((Outcome.Decided) outcome).decision();
    }
}
