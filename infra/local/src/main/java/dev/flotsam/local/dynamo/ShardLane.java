package dev.flotsam.local.dynamo;

import dev.flotsam.local.template.Trigger.TableStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The records of one shard on their way to one function, in order: filters them, gathers batches, keeps batches within
 * tumbling windows and closes a window when its time is over.
 */
final class ShardLane {
    private final TableStream mapping;
    private final RecordFilter filter;
    private final BatchDelivery delivery;
    private final Position position;
    private final Deque<StreamRecord> waiting = new ArrayDeque<>();
    private Optional<String> skipped = Optional.empty();

    ShardLane(TableStream mapping, BatchDelivery delivery, Position position) {
        this.mapping = mapping;
        this.filter = RecordFilter.of(mapping.filters());
        this.delivery = delivery;
        this.position = position;
    }

    /** Takes records that were read. */
    void add(List<StreamRecord> records) {
        for (StreamRecord record : records) {
            if (filter.passes(record.json())) {
                waiting.add(record);
                skipped = Optional.empty();
            } else {
                skipped = Optional.of(record.sequence());
            }
        }
        noteSkipped();
    }

    /**
     * Delivers what is due.
     *
     * @param shardEnded nothing more will come, so nothing is waited for
     */
    void deliver(Instant now, boolean shardEnded) throws InterruptedException {
        while (true) {
            List<StreamRecord> batch = nextBatch();
            Optional<Window> open = position.window();
            if (open.isPresent()
                    && (batch.isEmpty()
                            ? over(open.get(), now, shardEnded)
                            : !open.get().holds(batch.getFirst().arrived()))) {
                delivery.close(open.get());
            } else if (!batch.isEmpty() && (shardEnded || isDue(batch, now))) {
                batch.forEach(record -> waiting.remove());
                delivery.deliver(batch, open.or(() -> windowOf(batch.getFirst())));
                noteSkipped();
            } else {
                return;
            }
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The first records that may go together: at most a batch, all of one window. */
    private List<StreamRecord> nextBatch() {
        List<StreamRecord> batch = new ArrayList<>();
        Optional<Window> window = waiting.isEmpty() ? Optional.empty() : windowOf(waiting.peek());
        for (StreamRecord record : waiting) {
            if (batch.size() == mapping.batchSize()
                    || (window.isPresent() && !window.get().holds(record.arrived()))) {
                break;
            }
            batch.add(record);
        }
        return batch;
    }

    private boolean isDue(List<StreamRecord> batch, Instant now) {
        Instant first = batch.getFirst().arrived();
        return batch.size() >= mapping.batchSize()
                || batch.size() < waiting.size()
                || !first.plus(mapping.batchingWindow()).isAfter(now)
                || windowOf(batch.getFirst())
                        .map(window -> over(window, now, false))
                        .orElse(false);
    }

    private static boolean over(Window window, Instant now, boolean shardEnded) {
        return shardEnded || !now.isBefore(window.end());
    }

    private Optional<Window> windowOf(StreamRecord record) {
        return mapping.tumblingWindow().isZero()
                ? Optional.empty()
                : Optional.of(Window.around(record.arrived(), mapping.tumblingWindow()));
    }

    /** Records that the filter dropped are done as soon as everything before them is. */
    private void noteSkipped() {
        if (waiting.isEmpty() && skipped.isPresent()) {
            position.reached(skipped.get(), position.window());
            skipped = Optional.empty();
        }
    }
}
