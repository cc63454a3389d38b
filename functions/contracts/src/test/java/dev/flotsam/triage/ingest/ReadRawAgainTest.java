package dev.flotsam.triage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Examiner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class ReadRawAgainTest {
    private static final Instant UPLOADED = Instant.parse("2026-03-02T12:00:00Z");
    private static final String INCIDENT = "3D00C414-2EDF-3358-A21A-79903A5126E0";
    private static final Duration RETENTION = Duration.ofDays(90);

    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();

    @Test
    void aReportThatWaitedIsSignedByTheNamesThatCame() throws IOException {
        List<Occurrence> recorded = ingest("parse-crashes/sigsegv.crash", "crashes/a.crash");
        Outcome.Triaged before = (Outcome.Triaged) recorded.getFirst().outcome();
        assertThat(before.missing()).extracting(image -> image.name()).containsExactly("LanternKit");

        Outcome after = again(Examiner.withBuiltInRules(ReadRawAgainTest::named), recorded)
                .get(recorded.getFirst().id());

        assertThat(after).isInstanceOfSatisfying(Outcome.Triaged.class, triaged -> {
            assertThat(triaged.title()).contains("decode");
            assertThat(triaged.missing()).isEmpty();
            assertThat(triaged.cluster()).isNotEqualTo(before.cluster());
        });
    }

    @Test
    void withoutNewSymbolsNothingChanges() throws IOException {
        for (String sample : List.of(
                "parse-crashes/sigsegv.crash",
                "parse-crashes/batch.ndjson",
                "detect-fooms/jetsam-per-process-limit.ips")) {
            List<Occurrence> recorded = ingest(sample, "crashes/" + sample);
            assertThat(recorded).isNotEmpty();

            Map<ReportId, Outcome> again = again(Examiner.withBuiltInRules(SymbolSource.EMPTY), recorded);

            assertThat(recorded)
                    .as(sample)
                    .allSatisfy(report -> assertThat(again.get(report.id())).isEqualTo(report.outcome()));
        }
    }

    @Test
    void ofAnUploadOfManyOnlyTheWantedReportIsLookedUp() throws IOException {
        List<Occurrence> recorded = ingest(three("parse-crashes/sigsegv.crash", "1", "2", "3"), "crashes/three.zip");
        AtomicInteger lookups = new AtomicInteger();
        Examiner examiner = Examiner.withBuiltInRules((image, offset) -> {
            lookups.incrementAndGet();
            return new Lookup.DsymMissing(image);
        });
        Occurrence wanted = recorded.getLast();
        assertThat(again(examiner, List.of(wanted))).containsExactly(Map.entry(wanted.id(), wanted.outcome()));
        int one = lookups.getAndSet(0);
        again(examiner, recorded);
        assertThat(one).isPositive();
        assertThat(lookups).hasValue(3 * one);
    }

    @Test
    void aReportThatAnEarlierVersionFoundAtAnotherPlaceIsFoundAllTheSame() throws IOException {
        String sample = "parse-crashes/sigsegv.crash";
        List<Occurrence> recorded = ingest(three(sample, "1", "2", "3"), "crashes/three.zip");
        Occurrence report = recorded.getLast();
        objects.put("crashes/three.zip", three(sample, "3", "1", "2"), UPLOADED);

        assertThat(again(Examiner.withBuiltInRules(SymbolSource.EMPTY), List.of(report)))
                .containsExactly(Map.entry(report.id(), report.outcome()));
    }

    @Test
    void whatTheObjectDoesNotHoldAnyMoreIsLeftOut() throws IOException {
        List<Occurrence> recorded = ingest("parse-crashes/sigsegv.crash", "crashes/a.crash");
        objects.put("crashes/a.crash", "something else".getBytes(StandardCharsets.UTF_8), UPLOADED);

        assertThat(again(Examiner.withBuiltInRules(SymbolSource.EMPTY), recorded))
                .isEmpty();
    }

    @Test
    void anObjectThatIsGoneIsEmpty() throws IOException {
        List<Occurrence> recorded = ingest("parse-crashes/sigsegv.crash", "crashes/a.crash");
        objects.delete("crashes/a.crash");

        assertThat(read(Examiner.withBuiltInRules(SymbolSource.EMPTY), recorded))
                .isEmpty();
    }

    private static Lookup named(dev.flotsam.symbols.ImageId image, long offset) {
        return new Lookup.Resolved(List.of(new Frame(
                "decode" + offset % 2, "decode" + offset % 2, Optional.of("/src/Stream.c"), offset % 100, false)));
    }

    /** Three events that are alike, in an order. */
    private static byte[] three(String sample, String... numbers) throws IOException {
        String report = new String(sample(sample), StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String number : numbers) {
                zip.putNextEntry(new ZipEntry(number + ".crash"));
                zip.write(
                        report.replace(INCIDENT, number + INCIDENT.substring(1)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private List<Occurrence> ingest(String sample, String key) throws IOException {
        return ingest(sample(sample), key);
    }

    private List<Occurrence> ingest(byte[] upload, String key) throws IOException {
        objects.put(key, upload, UPLOADED);
        int before = occurrences.log().size();
        new IngestUpload(
                        objects,
                        Examiner.withBuiltInRules(SymbolSource.EMPTY),
                        FakeTrails.following(occurrences),
                        KeepApart.nothing(),
                        Keepsakes.none(),
                        RETENTION)
                .ingest(key, "");
        List<Occurrence> recorded = new ArrayList<>();
        occurrences
                .logAfter(before)
                .forEach(written -> recorded.add(occurrences.find(written.id()).orElseThrow()));
        return recorded;
    }

    private Map<ReportId, Outcome> again(Examiner examiner, List<Occurrence> recorded) {
        return read(examiner, recorded).orElseThrow();
    }

    private Optional<Map<ReportId, Outcome>> read(Examiner examiner, List<Occurrence> recorded) {
        return new ReadRawAgain(objects, examiner, KeepApart.nothing()).outcomes(recorded);
    }

    private static byte[] sample(String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return Files.readAllBytes(folder.resolve("events").resolve(name));
    }
}
