package dev.flotsam.servetriage;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static dev.flotsam.servetriage.Asked.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.servetriage.ClusterAnswers.ClusterLine;
import dev.flotsam.servetriage.DecisionAnswers.DecisionAnswer;
import dev.flotsam.servetriage.DecisionAnswers.WantedDecision;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClustersResourceTest {
    private final Asked asked = new Asked();
    private final ClustersResource clusters = asked.clusters(APP, Role.READ, Role.TRIAGE);
    private final String id =
            asked.triage.crash(report("one").onVersion("5.2")).id().value();

    @Test
    void whatNobodyTouchedIsOpenAtRevisionZero() {
        assertThat(clusters.show(id).line().state()).isEqualTo("open");
        assertThat(clusters.show(id).decision().revision()).isZero();
    }

    @Test
    void aResolvedClusterIsListedAsSuchUntilANewerVersionReportsIt() {
        clusters.decide(id, "\"0\"", resolved("5.2"));
        assertThat(states("resolved")).containsExactly("resolved");
        asked.triage.crash(report("again").onVersion("5.2"));
        assertThat(states("open,regressed")).isEmpty();
        asked.triage.crash(report("newer").onVersion("5.3"));
        assertThat(states("open,regressed")).containsExactly("regressed");
        assertThat(clusters.show(id).line().state()).isEqualTo("regressed");
    }

    @Test
    void anIgnoredClusterIsOpenAgainInTime() {
        Instant until = asked.triage.clock.instant().plus(Duration.ofDays(7));
        clusters.decide(id, "0", new WantedDecision("ignored", null, until, null, null, false));
        assertThat(states("ignored")).containsExactly("ignored");
        asked.triage.clock.advance(Duration.ofDays(7));
        assertThat(states("ignored")).isEmpty();
        assertThat(states("open")).containsExactly("open");
    }

    @Test
    void whoAndWhenAreToldNewestFirst() {
        clusters.decide(id, "0", resolved(null));
        DecisionAnswer answer =
                clusters.decide(id, "1", new WantedDecision(null, null, null, "bob", "see PR 12", false));
        assertThat(answer.revision()).isEqualTo(2);
        assertThat(answer.standing().resolvedIn()).isEqualTo("5.2");
        assertThat(answer.history())
                .extracting(entry -> entry.by() + " " + entry.standing().assignee())
                .containsExactly("ada bob", "ada ");
        assertThat(clusters.show(id).decision()).isEqualTo(answer);
        assertThat(clusters.decide(id, "2", undo()).standing().assignee()).isEmpty();
    }

    @Test
    void aChangeWithoutOrWithAnOldRevisionIsRefused() {
        refused(428, () -> clusters.decide(id, "", resolved(null)));
        refused(400, () -> clusters.decide(id, "*", resolved(null)));
        clusters.decide(id, "0", resolved(null));
        refused(412, () -> clusters.decide(id, "0", undo()));
        refused(412, () -> clusters.decide(id, "7", undo()));
    }

    @Test
    void contradictoryChangesAreRefused() {
        refused(400, () -> clusters.decide(id, "0", new WantedDecision(null, null, null, null, null, false)));
        refused(400, () -> clusters.decide(id, "0", new WantedDecision("open", null, null, null, null, true)));
        refused(400, () -> clusters.decide(id, "0", new WantedDecision("open", "5.2", null, null, null, false)));
        refused(400, () -> clusters.decide(id, "0", new WantedDecision("closed", null, null, null, null, false)));
        refused(
                400,
                () -> clusters.decide(id, "0", new WantedDecision("resolved", null, Instant.EPOCH, null, null, false)));
        refused(409, () -> clusters.decide(id, "0", undo()));
    }

    @Test
    void decidingTakesTheTriageRoleAndTheApp() {
        refused(403, () -> asked.clusters(APP, Role.READ).decide(id, "0", resolved(null)));
        refused(404, () -> asked.clusters("com.example.buoy", Role.TRIAGE).decide(id, "0", resolved(null)));
        refused(404, () -> clusters.decide("no-cluster", "0", resolved(null)));
        assertThat(asked.clusters(ApiKey.EVERY_APP, Role.TRIAGE)
                        .decide(id, "0", resolved(null))
                        .revision())
                .isEqualTo(1);
    }

    private List<String> states(String wanted) {
        ClustersResource.FilterParameters filter = new ClustersResource.FilterParameters();
        filter.app = APP;
        filter.kind = filter.version = filter.os = filter.device = filter.words = filter.from = filter.to = "";
        filter.state = wanted;
        return clusters.list(filter, "count", "", 50).clusters().stream()
                .map(ClusterLine::state)
                .toList();
    }

    private static WantedDecision resolved(String version) {
        return new WantedDecision("resolved", version, null, null, null, false);
    }

    private static WantedDecision undo() {
        return new WantedDecision(null, null, null, null, null, true);
    }
}
