package dev.flotsam.triage.rules;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.contracts.fake.FakeStoredRules;
import dev.flotsam.contracts.fake.FakeTriage;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.signature.Regrouping;
import dev.flotsam.signature.Ruleset;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.decide.CarryDecisions;
import dev.flotsam.triage.decide.DecideCluster;
import dev.flotsam.triage.decide.DecideCluster.Change;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.decide.LinkClusters;
import dev.flotsam.triage.decide.Part;
import dev.flotsam.triage.decide.PartRule;
import dev.flotsam.triage.decide.State;
import dev.flotsam.triage.ingest.ReadAgain;
import dev.flotsam.triage.rules.AdoptRules.Adopted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AdoptRulesTest {
    private static final byte[] WANTED = "{\"rules\": {\"extra_keys\": [\"signal\"]}}".getBytes(StandardCharsets.UTF_8);

    private final FakeTriage triage = new FakeTriage();
    private final FakeStoredRules stored = new FakeStoredRules();
    private final ManageRules manage = new ManageRules(stored, triage.clock);
    private final LinkClusters link = new LinkClusters(triage.links, triage.clock);
    private final DecideCluster decide = new DecideCluster(triage.decisions, triage.clock);
    private final KeepApart keepApart = new KeepApart(triage.links::find);
    private final AdoptRules adopt = new AdoptRules(
            stored,
            triage.clusters,
            triage.pages,
            triage.occurrences,
            this::reader,
            new CarryDecisions(triage.decisions, triage.links, triage.clusters),
            triage.clock);

    @Test
    void adoptedRulesKeepCountsStatesAndLinksAndAlertNobody() {
        for (int i = 0; i < 5; i++) {
            arrive("a" + i, "A", "iPhone15,4");
            arrive("b" + i, "B", i < 2 ? "iPad14,3" : "iPhone15,4");
            arrive("c" + i, "C", "iPhone15,4");
            arrive("d" + i, "D", "iPhone15,4");
        }
        resolve("A");
        resolve("B");
        link.merge(APP, id("A"), List.of(id("C")), "ada");
        link.separate(APP, List.of(id("D")), true);
        link.part(APP, id("A"), new PartRule.Version("9.9"), "ada");
        int alerts = triage.alerts.raised().size();

        assertThat(manage.want(APP, 0, WANTED, "ada")).isPresent();
        Optional<String> cursor = Optional.empty();
        int steps = 0;
        do {
            Adopted step = adopt.step(APP, cursor);
            triage.absorb();
            cursor = step.next();
            if (steps++ < 3) {
                // Meanwhile, by functions that know the new rules or not yet.
                arrive("late a" + steps, "A", "iPhone15,4");
                arrive("late b" + steps, steps > 1 ? "B'" : "B", "iPhone15,4");
            }
            triage.clock.advance(Duration.ofSeconds(40));
        } while (cursor.isPresent());
        triage.absorb();

        assertThat(steps).isGreaterThan(3);
        assertThat(counts("A", "B", "C", "D")).containsExactly(0L, 0L, 0L, 0L);
        assertThat(counts("A'", "B' iPad", "B'", "C'", "D'")).containsExactly(8L, 2L, 6L, 5L, 5L);
        assertThat(state("A'")).isEqualTo(new State.Resolved("5.2"));
        assertThat(state("B'")).isEqualTo(new State.Resolved("5.2"));
        assertThat(state("B' iPad")).isEqualTo(new State.Resolved("5.2"));
        assertThat(triage.links.find(APP).group(id("A'"))).containsExactlyInAnyOrder(id("A'"), id("C'"));
        ClusterId part = Part.target(APP, id("A"), new PartRule.Version("9.9"));
        assertThat(triage.links.find(APP).apartFrom(id("A'"))).contains(part);
        assertThat(triage.alerts.raised()).hasSize(alerts);
        assertThat(stored.find(APP).active()).isEqualTo("{\"rules\":{\"extra_keys\":[\"signal\"]}}");
        assertThat(stored.find(APP).pending()).isEmpty();
    }

    @Test
    void aPartStaysAPartUnderNewRules() {
        arrive("a", "A", "iPhone15,4");
        link.part(APP, id("A"), new PartRule.Device("iPad14,3"), "ada");
        arrive("tablet", "A", "iPad14,3");
        ClusterId part = Part.target(APP, id("A"), new PartRule.Device("iPad14,3"));
        assertThat(count(part)).isEqualTo(1);
        adoptAll();
        assertThat(count(part)).isEqualTo(1);
        assertThat(count(id("A'"))).isEqualTo(1);
    }

    @Test
    void verdictsOnEndsWithoutAStackStayWhereTheyAre() {
        Occurrence told = report("told").signed("foom-limit | Feed").build();
        Outcome.Triaged crash = (Outcome.Triaged) told.outcome();
        Outcome verdict = new Outcome.Triaged(
                crash.cluster(), crash.signature(), "verdict-2", "foom-limit", crash.title(), false, List.of());
        triage.occurrences.claim(told.with(verdict));
        arrive("a", "A", "iPhone15,4");
        triage.absorb();
        adoptAll();
        assertThat(count(crash.cluster())).isEqualTo(1);
        assertThat(count(id("A'"))).isEqualTo(1);
        assertThat(triage.occurrences.find(told.id()).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void adoptingThatDiesHalfWayAndStartsAgainCarriesWhatMovedBefore() {
        arrive("a", "A", "iPhone15,4");
        resolve("A");
        assertThat(manage.want(APP, 0, WANTED, "ada")).isPresent();
        // Moved, and died before it was concluded.
        Occurrence report = triage.occurrences.find(ReportBuilder.idOf("a")).orElseThrow();
        triage.occurrences.revise(report.revised(
                signed(report, ManageRules.ruleset(APP, stored.find(APP).wanted())), Occurrence.Cause.RESIGN));
        triage.absorb();
        adoptAll();
        assertThat(state("A'")).isEqualTo(new State.Resolved("5.2"));
        assertThat(triage.decisions.find(APP, id("A")).flatMap(Decision::movedTo))
                .contains(id("A'"));
    }

    @Test
    void aPreviewTellsWhatWouldMoveAndChangesNothing() {
        arrive("a", "A", "iPhone15,4");
        arrive("b1", "B", "iPad14,3");
        arrive("b2", "B", "iPhone15,4");
        int written = triage.occurrences.log().size();
        PreviewRules preview =
                new PreviewRules(triage.clusters, triage.pages, triage.occurrences, this::reader, triage.clock);
        Regrouping regrouping =
                Regrouping.of(preview.step(APP, WANTED, Optional.empty()).reports());
        assertThat(regrouping.renamed()).isEqualTo(Map.of(id("A").value(), id("A'").value()));
        assertThat(regrouping.splits().keySet()).containsExactly(id("B").value());
        assertThat(regrouping.moved())
                .containsExactlyInAnyOrder(
                        ReportBuilder.idOf("b1").value(),
                        ReportBuilder.idOf("b2").value());
        assertThat(triage.occurrences.log()).hasSize(written);
        assertThat(stored.find(APP)).isEqualTo(RulesOfApp.none(APP));
    }

    @Test
    void wrongRulesAreRefusedWithPlaceAndReasonAndOldRevisionsToo() {
        assertThatThrownBy(() -> want(0, "{\"rules\": {\"extra_keys\": [\"mood\"]}}"))
                .hasMessageContaining("extra_keys")
                .hasMessageContaining("mood");
        assertThatThrownBy(() -> want(0, "{\"lists\": {\"nothing\": [\"x\"]}}")).hasMessageContaining("nothing");
        assertThatThrownBy(() -> want(0, "{\"rule\": {}}")).hasMessageContaining("rule");
        assertThatThrownBy(() -> want(0, "[]")).hasMessageContaining("$");
        assertThatThrownBy(() -> want(0, "{\"rules\": ")).hasMessageContaining("$");
        assertThatThrownBy(() -> want(0, " ".repeat(ManageRules.MOST_BYTES + 1)))
                .hasMessageContaining("bytes");
        assertThat(want(1, "{}")).isEmpty();
        assertThat(want(0, "{ }").orElseThrow().wanted()).isEqualTo("{}");
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> adopt.step(APP, Optional.of("0~page"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> adopt.step(APP, Optional.of("3|1||||"))).isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<RulesOfApp> want(long seen, String json) {
        return manage.want(APP, seen, json.getBytes(StandardCharsets.UTF_8), "ada");
    }

    private void adoptAll() {
        if (stored.find(APP).revision() == 0) {
            assertThat(manage.want(APP, 0, WANTED, "ada")).isPresent();
        }
        Optional<String> cursor = Optional.empty();
        do {
            cursor = adopt.step(APP, cursor).next();
            triage.absorb();
            triage.clock.advance(Duration.ofSeconds(40));
        } while (cursor.isPresent());
    }

    private void arrive(String name, String signature, String device) {
        triage.occurrences.claim(keepApart.placed(
                report(name).signed(signature).onVersion("5.2").onDevice(device).build(), List.of()));
        triage.absorb();
    }

    /** The wanted rules give every signature a prime, and B another one on tablets. */
    private ReadAgain reader(String app, Ruleset ruleset) {
        return reports -> {
            Map<ReportId, Outcome> outcomes = new HashMap<>();
            reports.forEach(report -> outcomes.put(report.id(), signed(report, ruleset)));
            return Optional.of(outcomes);
        };
    }

    private Outcome signed(Occurrence report, Ruleset ruleset) {
        Outcome.Triaged old = (Outcome.Triaged) report.outcome();
        boolean isWanted = ruleset.version().startsWith("1+");
        String name = old.signature().replaceFirst("'.*", "");
        String signature = !isWanted
                ? name
                : name + "'" + (name.equals("B") && report.facts().device().startsWith("iPad") ? " iPad" : "");
        Outcome.Triaged signed = new Outcome.Triaged(
                id(signature), signature, ruleset.version(), old.kind(), signature, false, List.of());
        return keepApart
                .placed(report.revised(signed, Occurrence.Cause.RESIGN), List.of(), Optional.of(old))
                .outcome();
    }

    private void resolve(String signature) {
        decide.decide(
                APP,
                id(signature),
                0,
                new Change.Edit(Optional.of(new State.Resolved("5.2")), Optional.empty(), Optional.empty()),
                List.of(),
                "ada");
    }

    private State state(String signature) {
        return triage.decisions
                .find(APP, id(signature))
                .orElseThrow()
                .standing()
                .state();
    }

    private List<Long> counts(String... signatures) {
        return List.of(signatures).stream()
                .map(AdoptRulesTest::id)
                .map(this::count)
                .toList();
    }

    private long count(ClusterId cluster) {
        return triage.counters.read(Counter.Key.total(cluster)).tally().reports();
    }

    private static ClusterId id(String signature) {
        return ClusterId.of(APP, signature);
    }
}
