package dev.flotsam.triage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeIngest;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeStackMemories;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Cluster.FrameLine;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.examine.Examiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a FOOM's cluster shows of it: what signs it, which may not be its own record. */
class RawExemplarsTest {
    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final FakeTrails trails = new FakeTrails();

    @Test
    void aFoomThatItsRecordSignsExplainsItself() throws IOException {
        send("allocating-session.ndjson");
        Exemplar shown = exemplar();
        assertThat(shown.frames()).isEmpty();
        assertThat(shown.explanation()).anyMatch(note -> note.startsWith("witness: scene-and-slope"));
    }

    @Test
    void aFoomThatAllocationStacksSignShowsTheirFrames() throws IOException {
        send("allocating-session.ndjson");
        send("allocations.json");
        Exemplar shown = exemplar();
        assertThat(shown.frames()).extracting(FrameLine::symbol).containsExactly("LanternKit + 0xc4ec");
        assertThat(shown.explanation())
                .containsExactly("witness: other reports of this run → foom-limit | LanternKit + 0xc4ec");
        assertThat(shown.sentence()).contains("TideStream");
    }

    private Exemplar exemplar() {
        Occurrence foom = occurrences.log().stream()
                .map(FakeOccurrences.Written::id)
                .distinct()
                .map(id -> occurrences.find(id).orElseThrow())
                .filter(report -> report.outcome() instanceof Outcome.Triaged)
                .findFirst()
                .orElseThrow();
        ReopenReport reopen = new ReopenReport(objects, Examiner.withBuiltInRules(SymbolSource.EMPTY));
        return new RawExemplars(reopen, new FakeStackMemories()).of(foom);
    }

    private void send(String sample) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        byte[] content =
                Files.readAllBytes(folder.resolve("events/detect-fooms").resolve(sample));
        objects.put("memory/" + sample, content, ReportBuilder.UPLOADED);
        FakeIngest.of(objects, occurrences, trails).ingest("memory/" + sample, "");
    }
}
