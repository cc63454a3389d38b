package dev.flotsam.indexsymbols;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.flotsam.contracts.fake.FakeHealJobs;
import dev.flotsam.contracts.fake.FakeRawObjects;
import dev.flotsam.contracts.fake.FakeTriage;
import dev.flotsam.contracts.fault.HealPorts;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.ingest.ReadAgain;
import dev.flotsam.triage.symbol.GsymStore;
import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.IndexUpload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event document in, an answer out. */
final class IndexSymbolsTest {
    private static final String LANTERN = "722AEC65-7E1D-3FBC-A91B-0F8058135EDB";
    private static final ImageId IMAGE = new ImageId(UUID.fromString(LANTERN), new Arch("arm64"));
    private static final String DECODE = "$s10LanternKit13StreamDecoderC6decodeyyF";
    private static final String SAMPLE = "symbols/samples/LanternKit-5.1.dSYM.zip";

    @TempDir
    Path scratch;

    private final FakeTriage triage = new FakeTriage();
    private final FakeHealJobs jobs = new FakeHealJobs();
    private final FakeRawObjects objects = new FakeRawObjects();
    private final Map<String, byte[]> stored = new HashMap<>();
    private final Map<ReportId, Outcome> healed = new HashMap<>();
    private ReadAgain readAgain = reports -> Optional.of(healed);

    @Test
    void anUploadedDsymIsIndexedAndWakesWhoWaits() throws IOException {
        ClusterId waiting = waiting("a", "LanternKit + 50404");
        objects.put(SAMPLE, event("LanternKit-5.1.dSYM.zip"), ReportBuilder.UPLOADED);

        String answer = handle(upload());

        assertThat(answer)
                .contains("\"uuid\":\"" + LANTERN + "\"", "\"arch\":\"arm64\"", "\"outcome\":\"indexed\"")
                .contains("\"clusters_waiting\":1");
        assertThat(stored.keySet()).singleElement().asString().startsWith(IMAGE.key());
        assertThat(jobs.find(new HealJob.Key(IMAGE, waiting))).isPresent();
    }

    @Test
    void theSameUploadAgainStoresNothingAndWakesWhoWaitsAllTheSame() throws IOException {
        objects.put(SAMPLE, event("LanternKit-5.1.dSYM.zip"), ReportBuilder.UPLOADED);
        handle(upload());
        ClusterId waiting = waiting("a", "LanternKit + 50404");

        assertThat(handle(upload())).contains("\"outcome\":\"already-stored\"");

        assertThat(jobs.find(new HealJob.Key(IMAGE, waiting))).isPresent();
    }

    @Test
    void aDsymThatComesAgainWithItsSymbolMapsTakesThePlaceOfTheOneThatHidNames() throws IOException {
        objects.put(SAMPLE, hiding(Optional.empty()), ReportBuilder.UPLOADED);
        assertThat(handle(upload()))
                .contains("\"outcome\":\"indexed\"")
                .contains("bitcode hides 1 of its names: upload the dSYM together with its BCSymbolMaps");
        ClusterId waiting = triage.crash(ReportBuilder.report("a").hiding(LANTERN, "LanternKit", 1))
                .id();

        objects.put(SAMPLE, hiding(Optional.of(DECODE)), ReportBuilder.UPLOADED.plusSeconds(9));
        assertThat(handle(upload())).contains("\"outcome\":\"indexed\"", "\"reason\":null", "\"clusters_waiting\":1");
        assertThat(jobs.find(new HealJob.Key(IMAGE, waiting))).isPresent();
        assertThat(triage.symbols.find(IMAGE).orElseThrow().hidden()).isZero();
        assertThat(stored).as("who reads the first one is not disturbed").hasSize(2);

        objects.put(SAMPLE, hiding(Optional.empty()), ReportBuilder.UPLOADED.plusSeconds(20));
        assertThat(handle(upload())).contains("\"outcome\":\"kept-the-first\"");
        assertThat(triage.symbols.find(IMAGE).orElseThrow().hidden()).isZero();
    }

    /** The sample with one name as bitcode leaves it. */
    private static byte[] hiding(Optional<String> revealed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(event("LanternKit-5.1.dSYM.zip")));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String plain = new String(from.readAllBytes(), StandardCharsets.ISO_8859_1);
                String hidden = "__hidden#0_" + "\0".repeat(DECODE.length() - "__hidden#0_".length());
                zip.write(plain.replace(DECODE, hidden).getBytes(StandardCharsets.ISO_8859_1));
            }
            if (revealed.isPresent()) {
                zip.putNextEntry(new ZipEntry("BCSymbolMaps/" + LANTERN + ".bcsymbolmap"));
                zip.write(("BCSymbolMap Version: 2.0\n_" + revealed.get() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsNoDsymIsAnsweredWithAReason() throws IOException {
        objects.put(SAMPLE, "no zip".getBytes(StandardCharsets.UTF_8), ReportBuilder.UPLOADED);

        assertThat(handle(upload())).contains("\"images\":[]").doesNotContain("\"refused\":null");
    }

    @Test
    void aChangedJobIsTakenAStepFurther() throws IOException {
        ClusterId waiting = waiting("a", "LanternKit + 50404");
        healed.put(
                ReportBuilder.idOf("a"),
                ReportBuilder.report("a").signed("Lantern.decode()").triaged());
        jobs.wake(new HealJob.Key(IMAGE, waiting), APP);

        assertThat(handle(changes(waiting, "100", waiting, "101")))
                .isEqualTo("{\"state\":{},\"batchItemFailures\":[]}");

        assertThat(jobs.find(new HealJob.Key(IMAGE, waiting)).orElseThrow().isDone())
                .isTrue();
        assertThat(triage.occurrences
                        .find(ReportBuilder.idOf("a"))
                        .orElseThrow()
                        .cluster())
                .contains(ClusterId.of(APP, "Lantern.decode()"));
    }

    @Test
    void aStepThatBreaksIsDeliveredAgainFromThere() throws IOException {
        ClusterId first = waiting("a", "LanternKit + 50404");
        ClusterId second = waiting("b", "LanternKit + 7");
        healed.put(
                ReportBuilder.idOf("a"),
                ReportBuilder.report("a").signed("Lantern.decode()").triaged());
        readAgain = reports -> {
            if (reports.getFirst().id().equals(ReportBuilder.idOf("b"))) {
                throw new Fault(Fault.Blame.CAPACITY, "get object: SlowDown", null);
            }
            return Optional.of(healed);
        };
        jobs.wake(new HealJob.Key(IMAGE, first), APP);
        jobs.wake(new HealJob.Key(IMAGE, second), APP);

        assertThat(handle(changes(first, "100", second, "101"))).contains("{\"itemIdentifier\":\"101\"}");

        assertThat(jobs.find(new HealJob.Key(IMAGE, first)).orElseThrow().isDone())
                .isTrue();
        assertThat(jobs.find(new HealJob.Key(IMAGE, second)).orElseThrow().isDone())
                .isFalse();
    }

    private ClusterId waiting(String name, String signature) {
        return triage.crash(ReportBuilder.report(name).signed(signature).missing(LANTERN, "LanternKit"))
                .id();
    }

    private String handle(String event) throws IOException {
        HealPorts ports = triage.healPorts(jobs, reports -> readAgain.outcomes(reports));
        IndexUpload indexUpload =
                new IndexUpload(objects, new KeptGsyms(stored), triage.symbols, ports.wakeWaiting(), scratch);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new IndexSymbols(indexUpload, new HealSteps(ports.healReports(), triage.clock))
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, fifteenMinutes());
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static Context fifteenMinutes() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getRemainingTimeInMillis");
                    return 900_000;
                });
    }

    private static String upload() {
        return """
                {"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
                  "s3": {"bucket": {"name": "uploads"}, "object": {"key": "%s"}}}]}""".formatted(SAMPLE);
    }

    private static String changes(ClusterId first, String at, ClusterId second, String then) throws IOException {
        return new String(event("dynamodb-stream.json"), StandardCharsets.UTF_8)
                .replace("00000000000000000001\" }", first.value() + "\" }")
                .replace("00000000000000000002\" }", second.value() + "\" }")
                .replace("111100000000000000000001", at)
                .replace("111100000000000000000002", then);
    }

    private static byte[] event(String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return Files.readAllBytes(folder.resolve("events/index-symbols").resolve(name));
    }

    /** GSYM files in memory. */
    private record KeptGsyms(Map<String, byte[]> files) implements GsymStore {
        @Override
        public long put(ImageId image, String content, Path gsym) throws IOException {
            files.put(image.key() + " " + content, Files.readAllBytes(gsym));
            return Files.size(gsym);
        }

        @Override
        public boolean get(ImageId image, String content, Path into) {
            throw new AssertionError("indexing reads no GSYM");
        }
    }
}
