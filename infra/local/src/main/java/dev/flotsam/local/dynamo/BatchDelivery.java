package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.local.host.FailureQueue;
import dev.flotsam.local.host.InvocationResult;
import dev.flotsam.local.template.Trigger.TableStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Brings the batches of a shard to their function until each record is done or given up: retries with back-off, halves a
 * failing batch where the mapping says so, goes on from the first record the function reports as failed.
 */
final class BatchDelivery {
    private final TableStream mapping;
    private final String shardId;
    private final String streamArn;
    private final Target target;
    private final Position position;
    private final FailureQueue failures;
    private final InstantSource clock;

    BatchDelivery(
            TableStream mapping,
            String shardId,
            String streamArn,
            Target target,
            Position position,
            FailureQueue failures,
            InstantSource clock) {
        this.mapping = mapping;
        this.shardId = shardId;
        this.streamArn = streamArn;
        this.target = target;
        this.position = position;
        this.failures = failures;
        this.clock = clock;
    }

    /** The function of a mapping, and the time between two attempts. */
    interface Target {
        String name();

        InvocationResult invoke(byte[] event) throws InterruptedException;

        /**
         * Waits before the next attempt.
         *
         * @param failures attempts in a row that failed, from 1
         */
        void pause(int failures) throws InterruptedException;
    }

    /** Delivers a batch and notes the position after each part that is done. */
    void deliver(List<StreamRecord> batch, Optional<Window> window) throws InterruptedException {
        Optional<Window> open = window;
        Deque<List<StreamRecord>> parts = new ArrayDeque<>(List.of(batch));
        int attempts = 0;
        while (!parts.isEmpty()) {
            List<StreamRecord> part = parts.pop();
            InvocationResult result = target.invoke(StreamEvent.of(part, shardId, streamArn, open));
            BatchAnswer answer = BatchAnswer.read(result, part, mapping.reportsItemFailures());
            attempts++;
            if (answer.done() > 0) {
                attempts = 0;
                open = open.map(now -> now.with(answer.state()));
                position.reached(part.get(answer.done() - 1).sequence(), open);
                if (answer.done() < part.size()) {
                    parts.push(part.subList(answer.done(), part.size()));
                }
            } else if (givenUp(part, attempts)) {
                giveUp(part, attempts);
                attempts = 0;
                position.reached(part.getLast().sequence(), open);
            } else if (mapping.bisects() && part.size() > 1) {
                int half = part.size() / 2;
                parts.push(part.subList(half, part.size()));
                parts.push(part.subList(0, half));
                // Halving uses up no attempts.
                attempts = 0;
            } else {
                parts.push(part);
                target.pause(attempts);
            }
        }
    }

    /** Makes the final call of a window until it succeeds. */
    void close(Window window) throws InterruptedException {
        byte[] event = StreamEvent.last(shardId, streamArn, window);
        int attempts = 0;
        while (target.invoke(event) instanceof InvocationResult.Failed) {
            attempts++;
            if (mapping.retries().isPresent() && attempts > mapping.retries().getAsInt()) {
                break;
            }
            target.pause(attempts);
        }
        position.windowClosed();
    }

    private boolean givenUp(List<StreamRecord> part, int attempts) {
        boolean divisible = mapping.bisects() && part.size() > 1;
        boolean exhausted = !divisible
                && mapping.retries().isPresent()
                && attempts > mapping.retries().getAsInt();
        boolean tooOld = mapping.maximumAge()
                .map(age -> Duration.between(part.getFirst().arrived(), clock.instant())
                                .compareTo(age)
                        > 0)
                .orElse(false);
        return exhausted || tooOld;
    }

    private void giveUp(List<StreamRecord> part, int attempts) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.putObject("requestContext")
                .put("functionArn", target.name())
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", attempts);
        entry.put("version", "1.0").put("timestamp", clock.instant().toString());
        entry.putObject("DDBStreamBatchInfo")
                .put("shardId", shardId)
                .put("startSequenceNumber", part.getFirst().sequence())
                .put("endSequenceNumber", part.getLast().sequence())
                .put("batchSize", part.size())
                .put("streamArn", streamArn);
        failures.add(mapping.onFailure().orElse(target.name()), entry);
    }
}
