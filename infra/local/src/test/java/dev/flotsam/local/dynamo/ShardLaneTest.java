package dev.flotsam.local.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.local.host.FailureQueue;
import dev.flotsam.local.template.Trigger.TableStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ShardLaneTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private int batchSize = 100;
    private Duration batchingWindow = Duration.ZERO;
    private Duration tumblingWindow = Duration.ZERO;
    private boolean bisects;
    private boolean reportsItemFailures;
    private OptionalInt retries = OptionalInt.empty();
    private Optional<Duration> maximumAge = Optional.empty();
    private List<String> filters = List.of();
    private Instant now = START;

    @Test
    void recordsGoInOrderInBatchesOfAtMostTheSizeAskedFor() throws Exception {
        batchSize = 2;
        var target = ScriptedTarget.obedient();
        deliver(target, records(1, 5));
        assertThat(target.batches()).containsExactly("1,2", "3,4", "5");
        assertThat(position().sequence()).contains("5");
    }

    @Test
    void aBatchWaitsForItsWindowUnlessItIsFull() throws Exception {
        batchSize = 3;
        batchingWindow = Duration.ofSeconds(5);
        var target = ScriptedTarget.obedient();
        ShardLane lane = lane(target, position());
        lane.add(records(1, 4));
        lane.deliver(START.plusSeconds(1), false);
        assertThat(target.batches()).containsExactly("1,2,3");
        lane.deliver(START.plusSeconds(4), false);
        assertThat(target.batches()).hasSize(1);
        lane.deliver(START.plusSeconds(5), false);
        assertThat(target.batches()).containsExactly("1,2,3", "4");
    }

    @Test
    void aFailingBatchIsTriedAgainForeverWithGrowingPauses() throws Exception {
        var failuresLeft = new AtomicInteger(7);
        var target = new ScriptedTarget(event -> failuresLeft.getAndDecrement() > 0 ? null : "{}");
        deliver(target, records(1, 2));
        assertThat(target.batches()).hasSize(8).containsOnly("1,2");
        assertThat(target.pauses).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aFailingBatchIsHalvedUntilThePoisonIsAloneAndTheRestHasGoneThroughInOrder() throws Exception {
        bisects = true;
        retries = OptionalInt.of(1);
        var target =
                new ScriptedTarget(event -> ScriptedTarget.sequences(event).matches("(.*,)?3(,.*)?") ? null : "{}");
        deliver(target, records(1, 8));
        assertThat(target.batches())
                .containsExactly("1,2,3,4,5,6,7,8", "1,2,3,4", "1,2", "3,4", "3", "3", "4", "5,6,7,8");
        assertThat(position().sequence()).contains("8");
        assertThat(givenUp()).singleElement().satisfies(record -> {
            assertThat(record.path("DDBStreamBatchInfo")
                            .path("startSequenceNumber")
                            .asText())
                    .isEqualTo("3");
            assertThat(record.path("DDBStreamBatchInfo").path("batchSize").asInt())
                    .isEqualTo(1);
            assertThat(record.path("requestContext")
                            .path("approximateInvokeCount")
                            .asInt())
                    .isEqualTo(2);
        });
    }

    @Test
    void afterAReportedFailureOnlyTheRestIsTriedAgain() throws Exception {
        reportsItemFailures = true;
        var calls = new AtomicInteger();
        var target = new ScriptedTarget(event -> calls.getAndIncrement() == 0
                ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"4\"},{\"itemIdentifier\":\"3\"}]}"
                : "{}");
        deliver(target, records(1, 5));
        assertThat(target.batches()).containsExactly("1,2,3,4,5", "3,4,5");
        assertThat(target.pauses).isEmpty();
    }

    @Test
    void anUnknownOrEmptyItemIdentifierFailsTheWholeBatch() throws Exception {
        reportsItemFailures = true;
        for (String identifier : List.of("\"\"", "null", "\"77\"")) {
            var calls = new AtomicInteger();
            var target = new ScriptedTarget(event -> calls.getAndIncrement() == 0
                    ? "{\"batchItemFailures\":[{\"itemIdentifier\":" + identifier + "}]}"
                    : "");
            deliver(target, records(1, 2));
            assertThat(target.batches()).containsExactly("1,2", "1,2");
        }
    }

    @Test
    void reportedFailuresMeanNothingWhereTheMappingDoesNotAskForThem() throws Exception {
        var target = new ScriptedTarget(event -> "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
        deliver(target, records(1, 2));
        assertThat(target.batches()).containsExactly("1,2");
    }

    @Test
    void recordsTooOldAreGivenUp() throws Exception {
        maximumAge = Optional.of(Duration.ofSeconds(60));
        now = START.plusSeconds(61);
        var target = new ScriptedTarget(event -> null);
        deliver(target, records(1, 2));
        assertThat(target.batches()).containsExactly("1,2");
        assertThat(givenUp()).hasSize(1);
    }

    @Test
    void filteredRecordsArePassedOverAndCountAsDone() throws Exception {
        filters = List.of("{\"eventName\":[\"INSERT\"]}");
        List<StreamRecord> records = records(1, 4);
        for (int dropped : new int[] {0, 2, 3}) {
            records.get(dropped).json().put("eventName", "MODIFY");
        }
        var target = ScriptedTarget.obedient();
        deliver(target, records);
        assertThat(target.batches()).containsExactly("2");
        assertThat(position().sequence()).contains("4");
    }

    @Test
    void aWindowCarriesItsStateAndEndsWithACallWithoutRecords() throws Exception {
        tumblingWindow = Duration.ofSeconds(10);
        var target = new ScriptedTarget(event -> "{\"state\":{\"seen\":"
                + (event.path("state").path("seen").asInt()
                        + event.path("Records").size()) + "}}");
        ShardLane lane = lane(target, position());
        lane.add(List.of(record("1", START.plusSeconds(2)), record("2", START.plusSeconds(3))));
        lane.deliver(START.plusSeconds(3), false);
        lane.add(List.of(record("3", START.plusSeconds(5)), record("4", START.plusSeconds(12))));
        lane.deliver(START.plusSeconds(12), false);
        lane.deliver(START.plusSeconds(19), false);
        assertThat(target.batches()).containsExactly("1,2", "3", "", "4");
        lane.deliver(START.plusSeconds(20), false);
        assertThat(target.batches()).containsExactly("1,2", "3", "", "4", "");

        JsonNode first = target.events.getFirst();
        assertThat(first.path("shardId").asText()).isEqualTo("shard-1");
        assertThat(first.path("eventSourceARN").asText()).isEqualTo("arn:stream");
        assertThat(first.path("window").path("start").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(first.path("window").path("end").asText()).isEqualTo("2026-03-01T12:00:10Z");
        assertThat(first.path("state").isEmpty()).isTrue();
        assertThat(first.path("isFinalInvokeForWindow").asBoolean()).isFalse();
        assertThat(target.events.get(1).path("state").path("seen").asInt()).isEqualTo(2);
        JsonNode last = target.events.get(2);
        assertThat(last.path("state").path("seen").asInt()).isEqualTo(3);
        assertThat(last.path("isFinalInvokeForWindow").asBoolean()).isTrue();
        assertThat(target.events.get(3).path("state").isEmpty()).isTrue();
    }

    @Test
    void aBatchOutsideWindowsNamesNoShard() throws Exception {
        var target = ScriptedTarget.obedient();
        deliver(target, records(1, 1));
        assertThat(target.events.getFirst().has("shardId")).isFalse();
        assertThat(target.events.getFirst().has("state")).isFalse();
    }

    @Test
    void aFinalCallThatFailsIsMadeAgain() throws Exception {
        tumblingWindow = Duration.ofSeconds(10);
        var failuresLeft = new AtomicInteger(2);
        var target = new ScriptedTarget(event ->
                event.path("isFinalInvokeForWindow").asBoolean() && failuresLeft.getAndDecrement() > 0 ? null : "{}");
        ShardLane lane = lane(target, position());
        lane.add(List.of(record("1", START)));
        lane.deliver(START.plusSeconds(30), false);
        assertThat(target.batches()).containsExactly("1", "", "", "");
    }

    @Test
    void anOpenWindowAndItsStateSurviveARestart() throws Exception {
        tumblingWindow = Duration.ofSeconds(10);
        var target = new ScriptedTarget(event -> "{\"state\":{\"kept\":true}}");
        ShardLane lane = lane(target, position());
        lane.add(List.of(record("1", START)));
        lane.deliver(START, false);

        ShardLane restarted = lane(target, position());
        restarted.add(List.of(record("2", START.plusSeconds(1))));
        restarted.deliver(START.plusSeconds(1), false);
        assertThat(target.batches()).containsExactly("1", "2");
        assertThat(target.events.getLast().path("state").path("kept").asBoolean())
                .isTrue();

        lane(target, position()).deliver(START.plusSeconds(10), false);
        assertThat(target.batches()).containsExactly("1", "2", "");
    }

    @Test
    void aClosedShardWaitsForNothing() throws Exception {
        batchingWindow = Duration.ofSeconds(60);
        tumblingWindow = Duration.ofSeconds(60);
        var target = ScriptedTarget.obedient();
        ShardLane lane = lane(target, position());
        lane.add(records(1, 2));
        lane.deliver(START, true);
        assertThat(target.batches()).containsExactly("1,2", "");
    }

    private void deliver(ScriptedTarget target, List<StreamRecord> records) throws IOException, InterruptedException {
        ShardLane lane = lane(target, position());
        lane.add(records);
        lane.deliver(now, false);
    }

    private ShardLane lane(ScriptedTarget target, Position position) {
        var mapping = new TableStream(
                "table",
                true,
                batchSize,
                batchingWindow,
                tumblingWindow,
                bisects,
                reportsItemFailures,
                retries,
                maximumAge,
                filters,
                Optional.of("given-up"));
        var failures = new FailureQueue(folder.resolve("failed"), () -> now);
        var delivery = new BatchDelivery(mapping, "shard-1", "arn:stream", target, position, failures, () -> now);
        return new ShardLane(mapping, delivery, position);
    }

    private Position position() throws IOException {
        return Position.read(folder.resolve("positions/shard-1.json"));
    }

    private List<JsonNode> givenUp() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("failed/given-up"))) {
            return files.map(file -> {
                        try {
                            return new JsonMapper().readTree(Files.readString(file));
                        } catch (IOException failure) {
                            throw new java.io.UncheckedIOException(failure);
                        }
                    })
                    .toList();
        }
    }

    private static List<StreamRecord> records(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> record(String.valueOf(number), START))
                .toList();
    }

    private static StreamRecord record(String sequence, Instant arrived) {
        ObjectNode json = new JsonMapper().createObjectNode().put("eventName", "INSERT");
        json.putObject("dynamodb").put("SequenceNumber", sequence);
        return new StreamRecord(sequence, json, arrived);
    }
}
