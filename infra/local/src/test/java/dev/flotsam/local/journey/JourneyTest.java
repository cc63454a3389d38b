package dev.flotsam.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flotsam.local.LocalStack;
import dev.flotsam.local.StackOptions;
import dev.flotsam.symbols.SymbolSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Uploads to answers, through the packaged functions as `flotsam up` runs them. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Repository.BESIDE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
    private static final Path ROOT = Repository.root();
    private static final String LATENESS = "com.example.lateness";

    /** An app of its own, for the FOOM that allocation stacks name. */
    private static final String FILLED = "com.example.filled";

    private static final byte[] NO_REPORT = {0, 1, 2, 3, 4, 5, 6, 7};

    private LocalStack stack;
    private Client client;

    @BeforeAll
    void start(@TempDir Path data) throws IOException, InterruptedException {
        stack = LocalStack.start(StackOptions.forTest(ROOT.resolve("template.yaml"), data));
        client = new Client(stack);
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void real_crash_reports_become_clusters_with_exact_counts_however_often_they_are_uploaded() throws Exception {
        Path corpus = ROOT.resolve("../shared/corpus");
        assumeTrue(Files.isDirectory(corpus), "needs the reports of ../shared/corpus, which are not here");
        List<Path> files = new ArrayList<>(listed(corpus.resolve("ips_crash")));
        files.addAll(listed(corpus.resolve("crash_text")));
        assertThat(files).hasSizeGreaterThanOrEqualTo(40);
        Truth truth = Truth.with(SymbolSource.EMPTY);

        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            // Of the contents that tell of one incident, the first counts: the others come in the second round.
            if (truth.isFirstOfItsEvents(content)) {
                stack.put("crashes/round-1/" + file.getFileName(), content);
            }
        }
        assertThat(client.clustersOnceStill(truth.total())).isEqualTo(truth.counts());

        for (Path file : files) {
            stack.put("crashes/round-2/" + file.getFileName(), Files.readAllBytes(file));
        }
        assertThat(client.clustersOnceStill(truth.total()))
                .as("counts after every file came again, and other contents of known incidents with it")
                .isEqualTo(truth.counts());
        assertThat(client.rejected())
                .as("files that are no report, each listed once")
                .hasSize(truth.rejected());
    }

    @Test
    void a_file_that_is_no_report_is_listed_with_code_place_and_reason_and_holds_nothing_back() throws Exception {
        byte[] report = Files.readAllBytes(ROOT.resolve("events/parse-crashes/swift-trap.ips"));
        stack.put("crashes/no-report.bin", NO_REPORT);
        stack.put("crashes/a-report.ips", report);

        JsonNode rejected = client.awaitRejected("crashes/no-report.bin");

        assertThat(rejected.at("/rejected/code").asText()).isNotEmpty();
        assertThat(rejected.at("/rejected/where").asText()).isNotEmpty();
        assertThat(rejected.at("/rejected/message").asText()).isNotEmpty();
        assertThat(client.awaitApp("com.example.lighthouse").at("/clusters")).isNotEmpty();
    }

    @Test
    void a_jetsam_event_under_the_wrong_prefix_is_judged_all_the_same() throws Exception {
        stack.put(
                "crashes/misplaced-jetsam.ips",
                Files.readAllBytes(ROOT.resolve("events/detect-fooms/jetsam-per-process-limit.ips")));

        JsonNode clusters = client.awaitApp("Lighthouse").at("/clusters");

        assertThat(clusters.at("/0/kind").asText()).isEqualTo("foom-limit");
    }

    @Test
    void a_crash_report_takes_a_foom_back_however_late_it_comes() throws Exception {
        String trail = story("detect-fooms/retracted-foom.ndjson", LATENESS);
        String crash = story("parse-crashes/late-sigsegv.crash", LATENESS);

        stack.put("memory/foom-first.ndjson", bytes(trail));
        assertThat(client.kindsOnce(LATENESS, Map.of("foom-limit", 1L))).isEqualTo(Map.of("foom-limit", 1L));
        stack.put("crashes/crash-later.crash", bytes(crash));
        assertThat(client.kindsOnce(LATENESS, Map.of("bad-access", 1L))).isEqualTo(Map.of("bad-access", 1L));
        String later = client.awaitReport(LATENESS, "crashes/crash-later.crash");
        JsonNode end = client.get("/v1/reports/" + later).at("/end");
        assertThat(end.at("/before").asText()).isEqualTo("foom-limit");
        assertThat(end.at("/witnesses").findValuesAsText("decided")).containsExactly("false", "true");

        stack.put("crashes/crash-first.crash", bytes(ofOther(crash)));
        assertThat(client.kindsOnce(LATENESS, Map.of("bad-access", 2L))).isEqualTo(Map.of("bad-access", 2L));
        stack.put("memory/foom-later.ndjson", bytes(ofOther(trail)));
        stack.put("memory/foom-first-again.ndjson", bytes(trail));
        client.clustersOnceStill(0);
        assertThat(client.kindsOnce(LATENESS, Map.of("bad-access", 2L))).isEqualTo(Map.of("bad-access", 2L));
    }

    @Test
    void a_foom_moves_to_the_cluster_of_the_stack_that_filled_its_memory() throws Exception {
        Map<String, Long> byScene = Map.of("foom-limit | TideStream | leak", 1L);
        Map<String, Long> byStack = Map.of("foom-limit | LanternKit + 0xc4ec", 1L);

        stack.put("memory/filled.ndjson", bytes(story("detect-fooms/allocating-session.ndjson", FILLED)));
        assertThat(client.titlesOnce(FILLED, byScene)).isEqualTo(byScene);
        stack.put("memory/stacks.json", bytes(story("detect-fooms/allocations.json", FILLED)));
        assertThat(client.titlesOnce(FILLED, byStack)).isEqualTo(byStack);

        JsonNode foom = client.get("/v1/reports/" + client.awaitReport(FILLED, "memory/filled.ndjson"));
        assertThat(foom.at("/report/joined/allocations/0/heaviest/0/count").asLong())
                .isEqualTo(2592);
        assertThat(foom.at("/report/explanation").findValuesAsText("before")).contains("allocation-stack");
        assertThat(foom.at("/end/witnesses").findValuesAsText("kind")).contains("allocations");
    }

    private static String story(String sample, String app) throws IOException {
        return Files.readString(ROOT.resolve("events").resolve(sample)).replace("com.example.lighthouse", app);
    }

    private static byte[] bytes(String story) {
        return story.getBytes(StandardCharsets.UTF_8);
    }

    /** The same story of another installation. */
    private static String ofOther(String story) {
        return story.replace("a7d20b94c3e1f586", "b18f6d02e4a97c35").replace("C7B6A3D902", "C7B6A3D903");
    }

    @Test
    void a_file_that_is_sent_with_a_form_of_the_api_is_triaged_and_a_larger_one_is_refused() throws Exception {
        byte[] report = Files.readAllBytes(ROOT.resolve("events/parse-crashes/sigbus.crash"));
        JsonNode form = client.openUpload("crashes", "sent.crash", report.length);

        assertThat(client.send(form, new byte[report.length + 1])).isBetween(400, 403);
        assertThat(client.send(form, report)).isBetween(200, 204);
        assertThat(client.awaitReport("com.example.lighthouse", form.at("/key").asText()))
                .isNotEmpty();
    }

    /** 89,600 pages of 16,384 bytes are 1,400 MiB. */
    @Test
    void a_kill_at_its_limit_teaches_the_limit_of_its_device_and_system() throws Exception {
        byte[] event = kill("iPhone10,4", "Driftwood", 89_600, "A");
        stack.put("memory/limit.ips", event);
        stack.put("memory/limit-again.ips", event);
        client.awaitApp("Driftwood");

        JsonNode limits =
                client.get("/v1/memory/limits?device=iPhone10,4&os=14.4").at("/limits");

        assertThat(limits).hasSize(1);
        assertThat(limits.at("/0/limit_bytes").asLong()).isEqualTo(1_400L << 20);
        assertThat(limits.at("/0/process_kind").asText()).isEqualTo("app");
        assertThat(limits.at("/0/samples").asInt()).isOne();
        assertThat(limits.at("/0/sources/jetsam-kill").asInt()).isOne();
    }

    /** 92,802 pages of 16,384 bytes are 1,450 MiB and some. */
    @Test
    void an_app_that_reached_its_limit_in_front_is_a_foom_at_that_size() throws Exception {
        stack.put("memory/foom.ips", kill("iPhone10,5", "MyCoolApp", 92_802, "B"));
        JsonNode cluster = client.awaitApp("MyCoolApp").at("/clusters/0");
        assertThat(cluster.at("/kind").asText()).isEqualTo("foom-limit");
        assertThat(cluster.at("/count").asInt()).isOne();

        String report = client.awaitReport("MyCoolApp", "memory/foom.ips");
        JsonNode told = client.get("/v1/reports/" + report).at("/report");
        assertThat(told.at("/verdict/class").asText()).isEqualTo("foom-limit");
        assertThat(told.at("/kills/0/bytes").asLong()).isEqualTo(92_802L * 16_384);

        JsonNode limits =
                client.get("/v1/memory/limits?device=iPhone10,5&os=14.4").at("/limits");
        assertThat(limits.at("/0/limit_bytes").asLong()).isEqualTo(1_450L << 20);
    }

    /** A JetsamEvent of a process that was killed at its limit in front. */
    private static byte[] kill(String device, String process, int pages, String incident) {
        return bytes("""
                {"bug_type":"298","timestamp":"2026-03-02 10:22:37.00 +0100","os_version":"iPhone OS 14.4 (18D52)"}
                {"product":"%s","build":"iPhone OS 14.4 (18D52)","date":"2026-03-02 10:22:37.31 +0100",
                 "crashReporterKey":"9d7d%s","incident":"0E6C1B2A-0000-4000-8000-00000000000%s",
                 "memoryStatus":{"pageSize":16384},"processes":[{"name":"%s","pid":1,"states":["frontmost"],
                 "rpages":%d,"reason":"per-process-limit"}]}""".formatted(device, incident, incident, process, pages));
    }

    @Test
    void session_records_become_rates_by_version() throws Exception {
        byte[] trail = Files.readAllBytes(ROOT.resolve("events/detect-fooms/session-trail.ndjson"));
        stack.put(
                "memory/trail.ndjson",
                new String(trail, StandardCharsets.UTF_8)
                        .replace("com.example.lighthouse", "com.example.skerry")
                        .getBytes(StandardCharsets.UTF_8));
        client.awaitApp("com.example.skerry");

        // Health is counted after clusters are.
        Map<String, Long> ends = Map.of("runs", 2L, "sessions", 1L, "foom_limit", 1L, "crashes", 0L);
        assertThat(client.healthOnce("com.example.skerry", "5.2", ends)).isEqualTo(ends);
    }

    @Test
    void nobody_learns_anything_without_a_key() throws Exception {
        Map<String, Integer> answers = new TreeMap<>();
        for (String path : List.of(
                "/v1/clusters",
                "/v1/reports?state=rejected",
                "/v1/clusters/00000000000000000000",
                "/v1/memory/limits",
                "/v1/apps",
                "/v1/apps/com.example.lighthouse/health")) {
            answers.put(path, client.statusWithoutKey(path));
        }

        assertThat(answers.values()).containsOnly(401);
    }

    private static List<Path> listed(Path directory) {
        try (var files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
