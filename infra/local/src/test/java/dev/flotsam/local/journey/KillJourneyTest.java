package dev.flotsam.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flotsam.local.LocalStack;
import dev.flotsam.local.StackOptions;
import dev.flotsam.local.dynamo.DynamoCalls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Functions are killed with SIGKILL while reports flow from upload to chat: nothing is lost, nothing counts twice. */
@Timeout(600)
class KillJourneyTest {
    private static final int REPORTS = 450;
    private static final int REPEATS = 50;
    private static final int CRASHES = 40;
    private static final List<String> KILLED = List.of("parse-crashes", "dedupe-stacks", "notify-chat");
    private static final int KILLS_EACH = 4;
    private static final int WAVES = KILLED.size() * KILLS_EACH;
    private static final String DIGEST_SECONDS = "3";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration QUIET = Duration.ofSeconds(2);

    @TempDir
    private Path data;

    private final Random random = new Random(9);
    private LocalStack stack;
    private Client client;
    private Storm storm;

    @BeforeEach
    void start() throws Exception {
        Path root = Repository.root();
        storm = Storm.of(root.resolve("events/parse-crashes/abort.ips"), REPORTS, REPEATS, CRASHES, random);
        stack = LocalStack.start(
                StackOptions.forTest(root.resolve("template.yaml"), data).with("DigestSeconds", DIGEST_SECONDS));
        client = new Client(stack);
        client.createHook("storm");
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void countsAlertsAndMessagesAreExactWhileFunctionsDie() throws Exception {
        Killer killer = new Killer(stack, KILLED, random);
        for (List<Storm.Upload> wave : storm.waves(WAVES)) {
            wave.forEach(upload -> stack.put(upload.key(), upload.content()));
            killer.killNext();
        }
        int drivenAgain = awaitAll();

        Map<String, JsonNode> clusters = client.clustersOf(Storm.APP);
        Delivered delivered = Delivered.of(client.inbox());
        System.out.printf(
                "kills %s, driven again %d, clusters %d, messages %d, repeats %d%n",
                killer.kills(), drivenAgain, clusters.size(), delivered.ids().size(), delivered.repeats());
        assertThat(killer.kills())
                .containsOnlyKeys(KILLED)
                .allSatisfy((function, count) -> assertThat(count).isEqualTo(KILLS_EACH));
        assertThat(Storm.counts(clusters.values())).isEqualTo(storm.truth());
        assertThat(alerts())
                .containsOnlyKeys(clusters.keySet())
                .allSatisfy((cluster, count) -> assertThat(count).isEqualTo(1));
        assertThat(delivered.idsByCluster())
                .containsOnlyKeys(clusters.keySet())
                .allSatisfy((cluster, ids) -> assertThat(ids).hasSize(1));
        assertThat(delivered.repeats()).isLessThanOrEqualTo(KILLS_EACH);
    }

    /**
     * Waits until all is counted and told, and then whether more comes that should not.
     *
     * @return how many events had been given up after three attempts and were driven again, as operations would
     */
    private int awaitAll() throws Exception {
        FailedEvents failed = new FailedEvents(data);
        Map<String, Storm.Upload> uploads =
                storm.uploads().stream().collect(Collectors.toMap(Storm.Upload::key, upload -> upload));
        long end = System.nanoTime() + PATIENCE.toNanos();
        int drivenAgain = 0;
        boolean all = false;
        while (!all && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            stack.ringSchedules();
            for (String key : failed.takeKeys()) {
                stack.put(key, uploads.get(key).content());
                drivenAgain++;
            }
            Map<String, JsonNode> clusters = client.clustersOf(Storm.APP);
            all = stack.pendingUploads() == 0
                    && Storm.counts(clusters.values()).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            >= storm.total()
                    && Delivered.of(client.inbox()).idsByCluster().keySet().containsAll(clusters.keySet());
        }
        Thread.sleep(QUIET);
        return drivenAgain;
    }

    /** Alert items per cluster. */
    private Map<String, Integer> alerts() throws Exception {
        Map<String, Integer> alerts = new TreeMap<>();
        String table = stack.template().tables().stream()
                .map(each -> each.name())
                .filter(name -> name.endsWith("-clusters"))
                .findFirst()
                .orElseThrow();
        try (DynamoCalls dynamo = new DynamoCalls(
                stack.endpoints().dynamodb(), stack.endpoints().credentials().accessKey())) {
            List<JsonNode> items = new ArrayList<>();
            Map<String, Object> page = new HashMap<>(Map.of("TableName", table));
            do {
                JsonNode answer = dynamo.call("Scan", page);
                answer.at("/Items").forEach(items::add);
                page.put("ExclusiveStartKey", answer.path("LastEvaluatedKey"));
            } while (!((JsonNode) page.get("ExclusiveStartKey")).isMissingNode());
            items.stream()
                    .filter(item -> item.at("/sk/S").asText().startsWith("ALERT#new-cluster"))
                    .filter(item -> item.at("/forapp/S").asText().equals(Storm.APP))
                    .forEach(item -> alerts.merge(item.at("/cluster/S").asText(), 1, Integer::sum));
        }
        return alerts;
    }
}
