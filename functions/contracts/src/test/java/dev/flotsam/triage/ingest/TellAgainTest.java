package dev.flotsam.triage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeIngest;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.trail.RetellEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A FOOM that waits for the symbols of its run's allocation stacks, once they are there. */
class TellAgainTest {
    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final FakeTrails trails = new FakeTrails();

    @Test
    void theStackThatSignsAFoomGetsItsNamesAndKeepsThemInTheTrail() throws IOException {
        send("memory/run.ndjson", sample("allocating-session.ndjson"));
        send("memory/stacks.json", sample("allocations.json"));
        Occurrence foom = foom();
        assertThat(foom.outcome()).isInstanceOfSatisfying(Outcome.Triaged.class, triaged -> {
            assertThat(triaged.title()).contains("LanternKit + 0xc4ec");
            assertThat(triaged.missing()).extracting(image -> image.name()).contains("LanternKit");
        });

        assertThat(again(foom, TellAgainTest::named)).isInstanceOfSatisfying(Outcome.Triaged.class, triaged -> {
            assertThat(triaged.title()).isEqualTo("foom-limit | TideDecoder.refill");
            assertThat(triaged.unstable()).isFalse();
        });
        assertThat(again(foom, SymbolSource.EMPTY))
                .as("by the trail alone")
                .isInstanceOfSatisfying(
                        Outcome.Triaged.class,
                        triaged -> assertThat(triaged.title()).contains("TideDecoder.refill"));
        send(
                "memory/late.ndjson",
                sample("allocating-session.ndjson").replace("\"scene\":\"TideStream\"", "\"scene\":\"\""));
        assertThat(foom().outcome())
                .as("whoever joins later tells it the same")
                .isInstanceOfSatisfying(
                        Outcome.Triaged.class,
                        triaged -> assertThat(triaged.title()).contains("TideDecoder.refill"));
    }

    @Test
    void whoReadsRawReportsAgainLeavesAFoomAloneOrTellsItByItsTrail() throws IOException {
        send("memory/run.ndjson", sample("allocating-session.ndjson"));
        send("memory/stacks.json", sample("allocations.json"));
        Occurrence foom = foom();
        Examiner examiner = Examiner.withBuiltInRules(TellAgainTest::named);

        assertThat(new ReadRawAgain(objects, examiner, KeepApart.nothing())
                        .outcomes(List.of(foom))
                        .orElseThrow())
                .as("who may not read trails")
                .containsOnly(Map.entry(foom.id(), foom.outcome()));
        assertThat(new ReadRawAgain(objects, examiner, KeepApart.nothing(), Optional.of(tell(examiner, trails)))
                        .outcomes(List.of(foom))
                        .orElseThrow()
                        .get(foom.id()))
                .isInstanceOfSatisfying(
                        Outcome.Triaged.class,
                        triaged -> assertThat(triaged.title()).isEqualTo("foom-limit | TideDecoder.refill"));
    }

    @Test
    void aFoomWhoseTrailIsGoneIsWhatItsRecordSays() throws IOException {
        send("memory/run.ndjson", sample("allocating-session.ndjson"));
        Occurrence foom = foom();
        Examiner examiner = Examiner.withBuiltInRules(SymbolSource.EMPTY);
        Examined alone = new ReopenReport(objects, examiner).reopen(foom).orElseThrow();
        assertThat(tell(examiner, new FakeTrails()).outcome(foom, alone.finding()))
                .isEqualTo(foom.outcome());
    }

    private Outcome again(Occurrence foom, SymbolSource symbols) {
        Examiner examiner = Examiner.withBuiltInRules(symbols);
        Examined alone = new ReopenReport(objects, examiner).reopen(foom).orElseThrow();
        return tell(examiner, trails).outcome(foom, alone.finding());
    }

    private TellAgain tell(Examiner examiner, FakeTrails told) {
        RetellEnd retell = new RetellEnd(told, KnownLimits.NONE, Clock.fixed(ReportBuilder.UPLOADED, ZoneOffset.UTC));
        return new TellAgain(retell, occurrences, new ReopenReport(objects, examiner));
    }

    private Occurrence foom() {
        return occurrences.log().stream()
                .map(FakeOccurrences.Written::id)
                .distinct()
                .map(id -> occurrences.find(id).orElseThrow())
                .filter(report -> report.outcome() instanceof Outcome.Triaged)
                .findFirst()
                .orElseThrow();
    }

    private void send(String key, String content) {
        objects.put(key, content.getBytes(java.nio.charset.StandardCharsets.UTF_8), ReportBuilder.UPLOADED);
        FakeIngest.of(objects, occurrences, trails).ingest(key, "");
    }

    private static Lookup named(ImageId image, long offset) {
        return new Lookup.Resolved(List.of(
                new Frame("TideDecoder.refill", "TideDecoder.refill", Optional.of("TideDecoder.swift"), 12, false)));
    }

    private static String sample(String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return Files.readString(folder.resolve("events/detect-fooms").resolve(name));
    }
}
