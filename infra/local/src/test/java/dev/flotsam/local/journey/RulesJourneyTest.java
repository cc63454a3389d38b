package dev.flotsam.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flotsam.local.LocalStack;
import dev.flotsam.local.StackOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An app's owner changes its rules, through the packaged functions. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Repository.BESIDE)
@Timeout(300)
class RulesJourneyTest {
    private static final Path ROOT = Repository.root();
    private static final Path SAMPLE = ROOT.resolve("events/parse-crashes/abort.ips");
    private static final String PATH = "/v1/apps/" + Storm.APP + "/overrides";
    private static final String RULES = """
            {"rules": {"irrelevant": ["Harbour0.moor*", "Harbour1.moor*"], "prefix": ["Harbour*"]}}""";
    private static final int REPORTS = 40;
    private static final int CRASHES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(300);

    @TempDir
    private Path data;

    private Storm storm;
    private LocalStack stack;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        storm = Storm.of(SAMPLE, REPORTS, 0, CRASHES, new Random(39));
        assertThat(storm.truth()).hasSize(CRASHES);
        stack = LocalStack.start(
                StackOptions.forTest(ROOT.resolve("template.yaml"), data).with("DigestSeconds", "1"));
        client = new Client(stack);
        client.createHook("rules");
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void adoptedRulesMoveEveryReportKeepWhatPeopleDecidedAndTellNobody() throws Exception {
        storm.uploads().forEach(upload -> stack.put(upload.key(), upload.content()));
        Map<String, JsonNode> before = awaitToldOf(storm.truth(), "Harbour");
        resolve(id(before, "Harbour2"));
        client.post(
                "/v1/clusters/" + id(before, "Harbour3") + "/merge",
                "{\"with\": [\"" + id(before, "Harbour4") + "\"]}");

        JsonNode preview =
                client.post("/v1/apps/" + Storm.APP + "/resign", RULES).at("/reports");
        assertThat(preview)
                .hasSize(REPORTS)
                .allSatisfy(report -> assertThat(report.at("/after")).isNotEqualTo(report.at("/before")));
        client.change("PUT", PATH, 0, RULES);
        assertThat(adopt()).isEqualTo(REPORTS);

        // A new process reads the rules at once. What comes now is counted and told after all that adopting caused:
        // streams keep their order.
        stack.kill("parse-crashes");
        stack.put("crashes/last.ips", last());
        Map<String, JsonNode> after = awaitToldOf(expected(), "Harbour9");

        assertThat(after.keySet()).doesNotContainAnyElementsOf(before.keySet());
        assertThat(after.get(id(after, "Harbour9")).at("/title").asText())
                .as("what is new is signed by the rules")
                .isEqualTo("abort | Harbour9.moor | TideView.refresh");
        assertThat(after.get(id(after, "Harbour2")).at("/state").asText()).isEqualTo("resolved");
        for (JsonNode report : preview) {
            JsonNode cluster = client.get("/v1/clusters/" + report.at("/before").asText());
            assertThat(after).containsKey(cluster.at("/id").asText());
        }
        Set<String> told = new HashSet<>(before.keySet());
        told.addAll(ids(after, "Harbour9"));
        assertThat(told()).as("clusters that people were told of").isEqualTo(told);
    }

    private static byte[] last() throws IOException {
        Storm.Upload one = Storm.of(SAMPLE, 1, 0, 1, new Random(4)).uploads().getFirst();
        return new String(one.content(), StandardCharsets.UTF_8)
                .replace("Harbour0", "Harbour9")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Reports per cluster under the rules: two crashes are one by rule, two others are shown as one by people. */
    private Map<String, Long> expected() {
        Map<String, Long> truth = storm.truth();
        return Map.of(
                "abort | TideView.refresh",
                truth.get(moor(0)) + truth.get(moor(1)),
                moor(2),
                truth.get(moor(2)),
                moor(3),
                truth.get(moor(3)) + truth.get(moor(4)),
                moor(9),
                1L);
    }

    private static String moor(int harbour) {
        return "Harbour" + harbour + ".moor(ship:)";
    }

    /** Steps until nothing is left but to wait for functions that may sign by the rules before; how many moved. */
    private int adopt() throws IOException, InterruptedException {
        int moved = 0;
        JsonNode step = client.post(PATH + "/adopt", "{}");
        while (step.at("/next").isTextual() && !step.at("/waiting").asBoolean()) {
            moved += step.at("/moved").asInt();
            step = client.post(
                    PATH + "/adopt", "{\"cursor\": \"" + step.at("/next").asText() + "\"}");
        }
        return moved + step.at("/moved").asInt();
    }

    private void resolve(String cluster) throws IOException, InterruptedException {
        String path = "/v1/clusters/" + cluster;
        long revision = client.get(path).at("/decision/revision").asLong();
        client.change("PATCH", path, revision, "{\"state\": \"resolved\"}");
    }

    /**
     * The app's clusters once they count what they should, and people were told of those that a function names. While
     * reports move from one cluster to another, they may be counted in both or in neither.
     */
    private Map<String, JsonNode> awaitToldOf(Map<String, Long> counts, String function)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, JsonNode> clusters = client.clustersOf(Storm.APP);
        while (!Storm.counts(clusters.values()).equals(counts) || !told().containsAll(ids(clusters, function))) {
            assertThat(System.nanoTime())
                    .as("still waiting for %s: %s", counts, Storm.counts(clusters.values()))
                    .isLessThan(end);
            Thread.sleep(PAUSE);
            stack.ringSchedules();
            clusters = client.clustersOf(Storm.APP);
        }
        return clusters;
    }

    private Set<String> told() throws IOException, InterruptedException {
        return Delivered.of(client.inbox()).idsByCluster().keySet();
    }

    private static List<String> ids(Map<String, JsonNode> clusters, String function) {
        return clusters.values().stream()
                .filter(cluster -> cluster.at("/title").asText().contains(function))
                .map(cluster -> cluster.at("/id").asText())
                .toList();
    }

    private static String id(Map<String, JsonNode> clusters, String function) {
        assertThat(ids(clusters, function)).hasSize(1);
        return ids(clusters, function).getFirst();
    }
}
