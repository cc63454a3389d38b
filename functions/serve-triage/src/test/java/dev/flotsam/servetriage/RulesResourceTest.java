package dev.flotsam.servetriage;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static dev.flotsam.servetriage.Asked.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.contracts.fake.FakeStoredRules;
import dev.flotsam.servetriage.RulesAnswers.AdoptedAnswer;
import dev.flotsam.servetriage.RulesAnswers.WantedStep;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.decide.CarryDecisions;
import dev.flotsam.triage.rules.AdoptRules;
import dev.flotsam.triage.rules.ManageRules;
import dev.flotsam.triage.rules.PreviewRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RulesResourceTest {
    private static final byte[] RULES = "{\"rules\": {\"prefix\": [\"Log.*\"]}}".getBytes(StandardCharsets.UTF_8);

    private final Asked asked = new Asked();
    private final FakeStoredRules stored = new FakeStoredRules();

    @Test
    void rulesWaitUntilTheyAreAdopted() {
        RulesResource rules = rules(APP, Role.TRIAGE, Role.READ);
        assertThat(rules.show(APP).active()).isEqualTo("{}");
        assertThat(rules.want(APP, "0", RULES).pending()).isEqualTo("{\"rules\":{\"prefix\":[\"Log.*\"]}}");
        assertThat(rules.show(APP).active()).isEqualTo("{}");
        assertThat(rules.show(APP).by()).isEqualTo("ada");

        AdoptedAnswer step = rules.adopt(APP, new WantedStep(null));
        asked.triage.clock.advance(Duration.ofMinutes(5));
        while (step.next() != null) {
            step = rules.adopt(APP, new WantedStep(step.next()));
            asked.triage.clock.advance(Duration.ofMinutes(5));
        }
        assertThat(rules.show(APP).active()).contains("Log.*");
        assertThat(rules.show(APP).pending()).isNull();
    }

    @Test
    void aPreviewAnswersReportsAndKeepsNothing() {
        asked.triage.crash(report("one"));
        RulesResource rules = rules(APP, Role.TRIAGE, Role.READ);
        assertThat(rules.preview(APP, "", RULES).next()).isNull();
        assertThat(rules.show(APP).revision()).isZero();
        refused(413, () -> rules.preview(APP, "", new byte[ManageRules.MOST_BYTES + 1]));
    }

    @Test
    void whatIsWrongIsToldAndWhoCameLateToo() {
        RulesResource rules = rules(APP, Role.TRIAGE);
        assertThatThrownBy(() -> rules.want(APP, "0", "{\"rules\": {\"prefx\": []}}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prefx");
        refused(428, () -> rules.want(APP, "", RULES));
        rules.want(APP, "0", RULES);
        refused(412, () -> rules.want(APP, "0", RULES));
    }

    @Test
    void rulesTakeTheTriageRoleAndTheApp() {
        refused(403, () -> rules(APP, Role.READ).want(APP, "0", RULES));
        refused(403, () -> rules(APP, Role.READ).adopt(APP, new WantedStep(null)));
        refused(404, () -> rules("com.example.buoy", Role.TRIAGE).want(APP, "0", RULES));
        refused(404, () -> rules("com.example.buoy", Role.READ).show(APP));
        refused(404, () -> rules("com.example.buoy", Role.TRIAGE).preview(APP, "", RULES));
    }

    private RulesResource rules(String app, Role... roles) {
        var triage = asked.triage;
        return new RulesResource(
                asked.viewer(app, roles),
                new ManageRules(stored, triage.clock),
                new PreviewRules(
                        triage.clusters,
                        triage.pages,
                        triage.occurrences,
                        (named, ruleset) -> reports -> Optional.of(Map.of()),
                        triage.clock),
                new AdoptRules(
                        stored,
                        triage.clusters,
                        triage.pages,
                        triage.occurrences,
                        (named, ruleset) -> reports -> Optional.of(Map.of()),
                        new CarryDecisions(triage.decisions, triage.links, triage.clusters),
                        triage.clock));
    }
}
