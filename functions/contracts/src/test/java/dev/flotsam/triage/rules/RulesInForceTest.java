package dev.flotsam.triage.rules;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeIngest;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeStoredRules;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.signature.Ruleset;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.decide.Recent;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.ingest.IngestUpload;
import dev.flotsam.triage.ingest.Keepsakes;
import dev.flotsam.triage.ingest.ReadRawAgain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RulesInForceTest {
    private static final String KEY = "crashes/batch.ndjson";
    private static final String LIGHTHOUSE = "com.example.lighthouse";

    private final FakeStoredRules stored = new FakeStoredRules();
    private final FakeClock clock = new FakeClock(UPLOADED);
    private final Examiner builtIn = Examiner.withBuiltInRules(SymbolSource.EMPTY);
    private final Examiner examiner = builtIn.by(new RulesInForce(stored, clock));
    private final FakeRawObjects objects = new FakeRawObjects();

    @Test
    void reportsAreSignedByTheRulesOfTheirAppAndThoseOfOthersAsBefore() throws IOException {
        List<Outcome.Triaged> before = ingested();
        put(rules("com.example.other", "{\"rules\":{\"extra_keys\":[\"signal\"]}}"));
        clock.advance(Recent.KEPT);
        assertThat(ingested()).isEqualTo(before);

        put(rules(LIGHTHOUSE, "{\"rules\":{\"extra_keys\":[\"signal\"]}}"));
        clock.advance(Recent.KEPT);
        List<Outcome.Triaged> after = ingested();
        assertThat(after).allSatisfy(outcome -> assertThat(outcome.ruleset()).startsWith("1+"));
        assertThat(after)
                .noneMatch(
                        outcome -> before.stream().anyMatch(old -> old.cluster().equals(outcome.cluster())));
    }

    @Test
    void rulesThatCanNotBeReadNowAreTriedAgainAndNoReportIsSignedByOthersMeanwhile() {
        Fault busy = new Fault(Fault.Blame.CAPACITY, "reading rules: busy", null);
        FakeOccurrences occurrences = new FakeOccurrences();
        Examiner waiting = builtIn.by(app -> {
            throw busy;
        });
        assertThatThrownBy(() -> ingest(waiting, occurrences)).isSameAs(busy);
        assertThat(occurrences.log()).isEmpty();
    }

    @Test
    void aReportReadAgainIsFoundByItsIdAndSignedByTheRulesGiven() throws IOException {
        FakeOccurrences occurrences = ingest();
        List<Occurrence> reports = reports(occurrences);
        Ruleset changed = ManageRules.ruleset(LIGHTHOUSE, "{\"rules\":{\"extra_keys\":[\"signal\"]}}");
        Map<ReportId, Outcome> same = new ReadRawAgain(objects, builtIn, KeepApart.nothing())
                .outcomes(reports)
                .orElseThrow();
        Map<ReportId, Outcome> other = new ReadRawAgain(objects, builtIn.by(app -> changed), KeepApart.nothing())
                .outcomes(reports)
                .orElseThrow();
        assertThat(reports).isNotEmpty().allSatisfy(report -> {
            assertThat(same.get(report.id())).isEqualTo(report.outcome());
            assertThat(other.get(report.id())).isNotEqualTo(report.outcome());
        });
        objects.delete(KEY);
        assertThat(new ReadRawAgain(objects, builtIn, KeepApart.nothing()).outcomes(reports))
                .isEmpty();
    }

    private static RulesOfApp rules(String app, String active) {
        return new RulesOfApp(app, 1, active, Optional.empty(), UPLOADED, "ada", Optional.of(UPLOADED));
    }

    private void put(RulesOfApp rules) {
        assertThat(stored.replace(rules)).isTrue();
    }

    private List<Outcome.Triaged> ingested() throws IOException {
        return reports(ingest()).stream()
                .map(report -> (Outcome.Triaged) report.outcome())
                .toList();
    }

    private FakeOccurrences ingest() throws IOException {
        FakeOccurrences occurrences = new FakeOccurrences();
        ingest(examiner, occurrences);
        return occurrences;
    }

    private void ingest(Examiner by, FakeOccurrences occurrences) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        objects.put(KEY, Files.readAllBytes(folder.resolve("events/parse-crashes/batch.ndjson")), UPLOADED);
        new IngestUpload(
                        objects,
                        by,
                        FakeTrails.following(occurrences),
                        KeepApart.nothing(),
                        Keepsakes.none(),
                        FakeIngest.RETENTION)
                .ingest(KEY, "");
    }

    private static List<Occurrence> reports(FakeOccurrences occurrences) {
        return occurrences.log().stream()
                .map(FakeOccurrences.Written::id)
                .distinct()
                .map(id -> occurrences.find(id).orElseThrow())
                .filter(report -> report.app().equals(LIGHTHOUSE) && report.outcome() instanceof Outcome.Triaged)
                .toList();
    }
}
