package dev.flotsam.aws.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.aws.Repository;
import dev.flotsam.aws.event.StreamBatch.ShardNaming;
import dev.flotsam.triage.absorb.Change;
import dev.flotsam.triage.absorb.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EventJsonTest {

    @Test
    void anUploadIsNamedAsItWasStoredNotAsItsEventWritesIt() throws IOException {
        assertThat(ObjectCreated.read(sample("parse-crashes/s3-put.json")))
                .containsExactly(new ObjectCreated(
                        "flotsam-uploads",
                        "crashes/2026/03/02/Lighthouse 5.2/swift-trap+1.ips",
                        "3HL4kqtJlcpXrof3.example"));
        assertThat(ObjectCreated.read(sample("index-symbols/s3-put.json")))
                .singleElement()
                .extracting(ObjectCreated::key)
                .isEqualTo("symbols/Lighthouse 5.2 (1042).dSYM.zip");
    }

    @Test
    void aTestEventOfABucketNamesNoObject() throws IOException {
        assertThat(ObjectCreated.read(json("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}")))
                .isEmpty();
    }

    @Test
    void anUploadWithoutAKeyIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> ObjectCreated.read(json("{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"}}}]}")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("$.Records[0].s3");
    }

    @Test
    void aStreamBatchTellsWhereItStandsAndWhatChanged() throws IOException {
        StreamBatch batch = StreamBatch.read(sample("dedupe-stacks/dynamodb-stream.json"), ShardNaming.NAMED);
        List<Change> changes = OccurrenceChanges.of(batch);
        assertThat(changes)
                .extracting(change -> (Object) change.getClass())
                .containsExactly(
                        Change.Appeared.class,
                        Change.Appeared.class,
                        Change.Appeared.class,
                        Change.Revised.class,
                        Change.Removed.class);
        assertThat(changes).extracting(change -> change.position().sequence()).isSorted();
        assertThat(changes)
                .extracting(change -> change.position().lane())
                .containsOnly(Position.laneOf("shardId-00000001772430000000-5c1f08e2"));
        assertThat(((Change.Removed) changes.getLast()).expired()).isTrue();
        assertThat(batch.sequenceNumber(changes.getFirst().position())).isEqualTo("999999999999999999998");
    }

    @Test
    void theLastCallOfAWindowHoldsNothing() throws IOException {
        assertThat(StreamBatch.read(sample("dedupe-stacks/window-end.json"), ShardNaming.NAMED)
                        .records())
                .isEmpty();
    }

    @Test
    void aBatchThatNamesNoShardIsRefusedUnlessThereIsOnlyOne() throws IOException {
        String event = "{\"Records\":[{\"eventName\":\"INSERT\",\"dynamodb\":{\"SequenceNumber\":\"123\"}}]}";
        assertThatThrownBy(() -> StreamBatch.read(json(event), ShardNaming.NAMED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("$.shardId")
                .hasMessageContaining("TumblingWindowInSeconds");
        assertThat(StreamBatch.read(json(event), ShardNaming.ONE_SHARD).records())
                .singleElement()
                .extracting(StreamBatch.Entry::position)
                .isEqualTo(Position.of(Position.ONE_SHARD, "123"));
    }

    @Test
    void aRecordThatCantBeReadIsAChangeOfItsOwnAndSaysWhy() throws IOException {
        String records = """
                {"shardId":"shardId-1","Records":[
                 {"eventName":"INSERT","dynamodb":{"SequenceNumber":"1","NewImage":{"id":{"S":"zz"},"part":{"S":"-"}}}},
                 {"eventName":"INSERT","dynamodb":{"SequenceNumber":"2"}},
                 {"eventName":"BURN","dynamodb":{"SequenceNumber":"3"}},
                 {"eventName":"INSERT","dynamodb":{"SequenceNumber":"4","NewImage":{"part":{"S":"variant#ff"}}}}
                ]}""";
        List<Change> changes = OccurrenceChanges.of(StreamBatch.read(json(records), ShardNaming.NAMED));
        assertThat(changes.subList(0, 3))
                .allSatisfy(change -> assertThat(change).isInstanceOf(Change.Unreadable.class));
        assertThat(changes)
                .filteredOn(Change.Unreadable.class::isInstance)
                .extracting(change -> ((Change.Unreadable) change).reason())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("zz"),
                        reason -> assertThat(reason).contains("NewImage"),
                        reason -> assertThat(reason).contains("BURN"));
        assertThat(changes.get(3)).isInstanceOf(Change.Uncounted.class);
    }

    @Test
    void halfAnEventIsRefused() {
        assertThatThrownBy(() -> StreamBatch.read(json("{\"Records\":[{\"ev"), ShardNaming.NAMED))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("event at ");
    }

    @Test
    void theAnswerNamesTheRecordToDeliverAgainFromAndKeepsNoWindowState() throws IOException {
        assertThat(answer(Optional.empty())).isEqualTo("{\"state\":{},\"batchItemFailures\":[]}");
        assertThat(answer(Optional.of("999999999999999999998")))
                .isEqualTo("{\"state\":{},\"batchItemFailures\":[{\"itemIdentifier\":\"999999999999999999998\"}]}");
    }

    private static String answer(Optional<String> from) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamAnswer.write(bytes, from);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static InputStream sample(String name) throws IOException {
        return Files.newInputStream(Repository.root().resolve("events").resolve(name));
    }

    private static InputStream json(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
