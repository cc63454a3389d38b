package dev.flotsam.triage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.contracts.fake.FakeIngest;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.ingest.IngestUpload.Ingested;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class IngestUploadTest {
    private static final Instant UPLOADED = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(90);

    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final IngestUpload ingest = FakeIngest.of(objects, occurrences);

    @Test
    void a_report_is_recorded_with_its_facts_and_its_cluster() throws IOException {
        objects.put("crashes/a.ips", sample("parse-crashes/swift-trap.ips"), UPLOADED);

        assertThat(ingest.ingest("crashes/a.ips", "")).isEqualTo(new Ingested(1, 0, 0, 0, 0));

        Occurrence report = recorded().getFirst();
        assertThat(report.app()).isEqualTo("com.example.lighthouse");
        assertThat(report.facts().version()).isEqualTo("5.2 (1042)");
        assertThat(report.facts().os()).isEqualTo("iOS 17.2");
        assertThat(report.facts().device()).isEqualTo("iPhone15,4");
        assertThat(report.expires()).isEqualTo(UPLOADED.plus(RETENTION));
        assertThat(report.outcome()).isInstanceOfSatisfying(Outcome.Triaged.class, triaged -> {
            assertThat(triaged.kind()).isEqualTo("trap");
            assertThat(triaged.title()).startsWith("trap | ");
        });
    }

    @Test
    void the_same_file_again_under_another_key_is_already_seen() throws IOException {
        byte[] report = sample("parse-crashes/sigsegv.crash");
        objects.put("crashes/a.crash", report, UPLOADED);
        objects.put("crashes/b.crash", report, UPLOADED.plusSeconds(60));

        ingest.ingest("crashes/a.crash", "");

        assertThat(ingest.ingest("crashes/b.crash", "")).isEqualTo(new Ingested(0, 1, 0, 0, 0));
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void other_bytes_of_a_known_incident_are_kept_as_a_variant_and_not_counted() throws IOException {
        String text = new String(sample("parse-crashes/sigsegv.crash"), StandardCharsets.UTF_8);
        objects.put("crashes/a.crash", text.getBytes(StandardCharsets.UTF_8), UPLOADED);
        objects.put(
                "crashes/b.crash",
                (text + "\nedited afterwards\n").getBytes(StandardCharsets.UTF_8),
                UPLOADED.plusSeconds(60));
        ingest.ingest("crashes/a.crash", "");

        assertThat(ingest.ingest("crashes/b.crash", "")).isEqualTo(new Ingested(0, 0, 1, 0, 0));
        assertThat(occurrences.variants(recorded().getFirst().id())).hasSize(1);
    }

    @Test
    void a_bad_report_among_good_ones_is_rejected_alone() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            add(out, "a.ips", sample("parse-crashes/swift-trap.ips"));
            add(out, "b.ips", "{\"half\": ".getBytes(StandardCharsets.UTF_8));
            add(out, "../../c.crash", sample("parse-crashes/sigbus.crash"));
        }
        objects.put("crashes/batch.zip", zip.toByteArray(), UPLOADED);

        assertThat(ingest.ingest("crashes/batch.zip", "")).isEqualTo(new Ingested(2, 0, 0, 1, 0));
    }

    @Test
    void a_gzip_of_200_MB_of_zeros_is_one_rejected_record_and_never_held_in_memory() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                out.write(zeros);
            }
        }
        objects.put("crashes/bomb.gz", bomb.toByteArray(), UPLOADED);

        assertThat(ingest.ingest("crashes/bomb.gz", "")).isEqualTo(new Ingested(0, 0, 0, 1, 0));
        assertThat(recorded().getFirst().outcome()).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.code()).isNotEmpty();
            assertThat(rejected.where()).isNotEmpty();
            assertThat(rejected.message()).isNotEmpty();
        });
    }

    @Test
    void a_jetsam_event_counts_once_for_each_app_it_killed() throws IOException {
        objects.put("memory/j.ips", sample("detect-fooms/jetsam-per-process-limit.ips"), UPLOADED);

        ingest.ingest("memory/j.ips", "");

        assertThat(recorded())
                .extracting(Occurrence::app)
                .contains("Lighthouse")
                .doesNotHaveDuplicates();
    }

    @Test
    void symbols_under_a_reports_prefix_are_handed_to_index_symbols_once() {
        byte[] machO = {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe, 0, 0, 0, 0};
        objects.put("crashes/App", machO, UPLOADED);

        assertThat(ingest.ingest("crashes/App", "").handedOver()).isEqualTo(1);
        assertThat(objects.open("symbols/handed-over/crashes/App", "")).isPresent();
        assertThat(recorded()).isEmpty();
    }

    @Test
    void an_object_that_is_gone_is_no_failure() {
        assertThat(ingest.ingest("crashes/gone.ips", "")).isEqualTo(Ingested.NOTHING);
    }

    @Test
    void a_stream_that_breaks_is_a_fault_to_deliver_again() {
        RawObjects broken = new RawObjects() {
            @Override
            public Optional<Content> open(String key, String version) {
                InputStream stream = new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }

                    @Override
                    public int read(byte[] buffer, int from, int length) throws IOException {
                        return read();
                    }
                };
                return Optional.of(new Content(stream, 10, "tag", UPLOADED));
            }

            @Override
            public void copy(String key, String version, String target) {
                throw new AssertionError("nothing to hand over");
            }
        };

        assertThatThrownBy(() -> new IngestUpload(
                                broken,
                                Examiner.withBuiltInRules(SymbolSource.EMPTY),
                                FakeTrails.following(occurrences),
                                KeepApart.nothing(),
                                Keepsakes.none(),
                                RETENTION)
                        .ingest("crashes/a.ips", ""))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("crashes/a.ips")
                .hasMessageContaining("connection reset");
        assertThat(recorded()).isEmpty();
    }

    private List<Occurrence> recorded() {
        return occurrences.log().stream()
                .map(FakeOccurrences.Written::id)
                .distinct()
                .map(occurrences::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        new ByteArrayInputStream(content).transferTo(zip);
        zip.closeEntry();
    }

    private static byte[] sample(String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return Files.readAllBytes(folder.resolve("events").resolve(name));
    }
}
