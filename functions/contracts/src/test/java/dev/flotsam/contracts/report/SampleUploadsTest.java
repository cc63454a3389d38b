package dev.flotsam.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeIngest;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome.Triaged;
import dev.flotsam.triage.ingest.IngestUpload;
import dev.flotsam.triage.ingest.IngestUpload.Ingested;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample uploads of events/ are what their README says. */
final class SampleUploadsTest {
    private static final List<String> UPLOADS = List.of(
            "parse-crashes/swift-trap.ips",
            "parse-crashes/abort.ips",
            "parse-crashes/nsexception.crash",
            "parse-crashes/sigsegv.crash",
            "parse-crashes/sigbus.crash",
            "parse-crashes/batch.ndjson",
            "detect-fooms/jetsam-per-process-limit.ips",
            "detect-fooms/session-trail.ndjson",
            "detect-fooms/apmLastMaxMemory.plist",
            "detect-fooms/portrait.ndjson",
            "detect-fooms/allocations.json",
            "detect-fooms/allocating-session.ndjson");

    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final IngestUpload ingest = FakeIngest.of(objects, occurrences);

    @ParameterizedTest
    @CsvSource({
        "parse-crashes/swift-trap.ips, trap, LanternListModel.row",
        "parse-crashes/abort.ips, abort, TideModel.solve",
        "parse-crashes/nsexception.crash, nsexception NSInvalidArgumentException, -[LHTideCard setStation:]",
        "parse-crashes/sigsegv.crash, bad-access, LanternKit",
        "parse-crashes/sigbus.crash, bad-access, lh::ChartTileCache::store",
        "detect-fooms/jetsam-per-process-limit.ips, foom-limit, Lighthouse",
        "detect-fooms/apmLastMaxMemory.plist, oom-warning, above the client's threshold"
    })
    void aReportFallsIntoTheClusterItsReadmeNames(String upload, String kind, String title) throws IOException {
        assertThat(send(upload)).isEqualTo(new Ingested(1, 0, 0, 0, 0));
        assertThat(triaged()).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(kind);
            assertThat(outcome.title()).contains(title);
        });
    }

    @Test
    void theReportWithoutSymbolsWaitsForThem() throws IOException {
        send("parse-crashes/sigsegv.crash");
        assertThat(triaged()).singleElement().satisfies(outcome -> {
            assertThat(outcome.unstable()).isTrue();
            assertThat(outcome.missing()).extracting(image -> image.name()).containsExactly("LanternKit");
        });
    }

    @Test
    void allOfThemAreRecordedOnceAndMakeNineClusters() throws IOException {
        for (String upload : UPLOADS) {
            Ingested first = send(upload);
            assertThat(first.recorded()).as(upload).isPositive();
            assertThat(first).as(upload).isEqualTo(new Ingested(first.recorded(), 0, 0, 0, 0));
        }
        for (String upload : UPLOADS) {
            Ingested again = send(upload);
            assertThat(again).as(upload).isEqualTo(new Ingested(0, again.alreadySeen(), 0, 0, 0));
        }
        assertThat(triaged()).extracting(Triaged::cluster).hasSizeGreaterThan(9);
        assertThat(triaged().stream().map(Triaged::cluster).distinct()).hasSize(9);
    }

    private Ingested send(String upload) throws IOException {
        objects.put(upload, Files.readAllBytes(repository().resolve("events").resolve(upload)), ReportBuilder.UPLOADED);
        return ingest.ingest(upload, "");
    }

    private List<Triaged> triaged() {
        return occurrences.log().stream()
                .filter(Written.Inserted.class::isInstance)
                .map(written -> ((Written.Inserted) written).after())
                .map(Occurrence::outcome)
                .filter(Triaged.class::isInstance)
                .map(Triaged.class::cast)
                .toList();
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
