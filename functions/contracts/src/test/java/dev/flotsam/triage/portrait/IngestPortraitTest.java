package dev.flotsam.triage.portrait;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakePortraits;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeTrails;
import dev.flotsam.memory.portrait.PortraitJson;
import dev.flotsam.symbols.SymbolSource;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.decide.KeepApart;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.ingest.IngestUpload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class IngestPortraitTest {
    private static final String LINES = """
            {"flotsam":"portrait/1","app":{"id":"com.example.skerry","version":"5.2"},"device":"iPhone15,4"}
            {"address":"0x10","class":"ImageCache","size":128,"to":["0x20"]}
            {"address":"0x20","class":"CGImage","size":8388608}
            {"root":"0x10"}
            """;

    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final FakePortraits portraits = new FakePortraits();
    private final IngestUpload ingest = new IngestUpload(
            objects,
            Examiner.withBuiltInRules(SymbolSource.EMPTY),
            FakeTrails.following(occurrences),
            KeepApart.nothing(),
            (finding, records) -> {
                if (finding instanceof Finding.Portrait portrait) {
                    portraits.put(records.getFirst().id(), PortraitJson.of(portrait.report()));
                }
            },
            Duration.ofDays(90));

    @Test
    void lines_of_a_portrait_are_one_report_that_says_who_keeps_the_memory() throws IOException {
        upload("memory/heap.ndjson.gz", gzip(LINES));
        upload("memory/heap.ndjson.gz", gzip(LINES));
        upload("memory/plain.ndjson", LINES.getBytes(StandardCharsets.UTF_8));

        assertThat(records()).singleElement().satisfies(report -> {
            assertThat(report.app()).isEqualTo("com.example.skerry");
            assertThat(report.facts().version()).isEqualTo("5.2");
            assertThat(report.outcome())
                    .isEqualTo(new Outcome.Recognised(Portraits.FORMAT, "ImageCache keeps 8 MiB of 8 MiB in 2 nodes."));
            assertThat(portraits.find(report.id()).orElseThrow()).contains("\"dominator_path\"");
        });
    }

    @Test
    void a_damaged_portrait_is_one_rejection_with_its_place() throws IOException {
        byte[] whole = gzip(LINES.repeat(200));
        upload("memory/cut.ndjson.gz", Arrays.copyOf(whole, whole.length / 2));
        upload("memory/wrong.ndjson", LINES.replace("8388608", "\"much\"").getBytes(StandardCharsets.UTF_8));
        upload("memory/deep.json", ("{\"nodes\":[" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(records())
                .hasSize(3)
                .allSatisfy(report -> assertThat(report.outcome())
                        .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
                            assertThat(rejected.isOurs()).isFalse();
                            assertThat(rejected.where()).isNotEmpty();
                            assertThat(rejected.message()).isNotEmpty();
                        }));
    }

    private List<Occurrence> records() {
        return occurrences.log().stream()
                .map(written -> ((FakeOccurrences.Written.Inserted) written).after())
                .toList();
    }

    private void upload(String key, byte[] content) {
        objects.put(key, content, UPLOADED);
        ingest.ingest(key, "");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
