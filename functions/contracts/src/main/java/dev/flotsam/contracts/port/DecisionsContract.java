package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.Decision.Entry;
import dev.flotsam.triage.decide.Decisions;
import dev.flotsam.triage.decide.Standing;
import dev.flotsam.triage.decide.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of decisions does. */
public abstract class DecisionsContract {
    private static final ClusterId CLUSTER = ClusterId.of(APP, "Lantern.decode()");
    private static final ClusterId OTHER = ClusterId.of(APP, "Buoy.ring()");

    /** A store that holds nothing. */
    protected abstract Decisions emptyDecisions();

    @Test
    void whatNobodyDecidedIsNotThere() {
        Decisions decisions = emptyDecisions();
        assertThat(decisions.find(APP, CLUSTER)).isEmpty();
        assertThat(decisions.ofApp(APP)).isEmpty();
    }

    @Test
    void aDecisionComesBackAsItWasStored() {
        Decisions decisions = emptyDecisions();
        Decision decision = new Decision(
                APP,
                CLUSTER,
                1,
                List.of(
                        entry(new State.Open(), "灯台's keeper", "tabs\tand \"quotes\""),
                        entry(new State.Resolved("5.2 (1042)"), "", ""),
                        entry(new State.Resolved(""), "", "see PR 12"),
                        entry(new State.Ignored(Optional.empty()), "ada", ""),
                        entry(new State.Ignored(Optional.of(UPLOADED.plusSeconds(60))), "ada", "")),
                Optional.of(OTHER));

        assertThat(decisions.replace(decision)).isTrue();
        assertThat(decisions.find(APP, CLUSTER)).contains(decision);
    }

    @Test
    void decisionsOfAnAppComeTogether() {
        Decisions decisions = emptyDecisions();
        List<Decision> stored =
                List.of(first(APP, CLUSTER), first(APP, OTHER), first("com.example.buoy", CLUSTER), first("", CLUSTER));
        stored.forEach(decision -> assertThat(decisions.replace(decision)).isTrue());

        assertThat(decisions.ofApp(APP).values()).containsExactlyInAnyOrder(stored.get(0), stored.get(1));
        assertThat(decisions.ofApp("").values()).containsExactly(stored.get(3));
    }

    @Test
    void aDecisionReplacesOnlyTheRevisionBeforeIt() {
        Decisions decisions = emptyDecisions();
        Decision first = first(APP, CLUSTER);
        Decision second =
                new Decision(APP, CLUSTER, 2, List.of(entry(new State.Open(), "second", "")), Optional.empty());
        assertThat(decisions.replace(second)).isFalse();
        assertThat(decisions.replace(first)).isTrue();
        assertThat(decisions.replace(first)).isFalse();
        assertThat(decisions.replace(second)).isTrue();
        assertThat(decisions.replace(second)).isFalse();
        assertThat(decisions.find(APP, CLUSTER)).contains(second);
    }

    @Test
    void ofManyWhoDecideAtOnceOneIsHeard() throws Exception {
        Decisions decisions = emptyDecisions();
        List<Boolean> heard = Racing.all(
                8,
                number -> decisions.replace(new Decision(
                        APP, CLUSTER, 1, List.of(entry(new State.Open(), "person " + number, "")), Optional.empty())));
        assertThat(heard).containsOnlyOnce(true);
        int winner =
                IntStream.range(0, heard.size()).filter(heard::get).findFirst().orElseThrow();
        assertThat(decisions.find(APP, CLUSTER).orElseThrow().standing().assignee())
                .isEqualTo("person " + winner);
    }

    private static Decision first(String app, ClusterId cluster) {
        return new Decision(app, cluster, 1, List.of(entry(new State.Resolved("5.2"), "ada", "")), Optional.empty());
    }

    private static Entry entry(State state, String assignee, String note) {
        return new Entry(new Standing(state, assignee, note), UPLOADED, "ada's key");
    }
}
