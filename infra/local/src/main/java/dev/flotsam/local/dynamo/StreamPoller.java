package dev.flotsam.local.dynamo;

import dev.flotsam.local.host.FailureQueue;
import dev.flotsam.local.host.FunctionPool;
import dev.flotsam.local.host.InvocationResult;
import dev.flotsam.local.template.Trigger.TableStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An event source mapping at work: one thread finds shards, one thread each reads a shard and delivers it. */
public final class StreamPoller implements AutoCloseable {
    private static final Duration BETWEEN_READS = Duration.ofMillis(150);
    private static final Duration BETWEEN_SHARD_LISTS = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LAST_DELIVERY = Duration.ofSeconds(2);

    private final TableStream mapping;
    private final StreamSource source;
    private final String streamArn;
    private final FunctionPool function;
    private final Path positions;
    private final FailureQueue failures;
    private final InstantSource clock;
    private final Consumer<String> console;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    /** Deliveries share it; who closes takes it for good. */
    private final ReadWriteLock deliveries = new ReentrantReadWriteLock();

    private StreamPoller(
            TableStream mapping,
            StreamSource source,
            String streamArn,
            FunctionPool function,
            Path positions,
            FailureQueue failures,
            InstantSource clock,
            Consumer<String> console) {
        this.mapping = mapping;
        this.source = source;
        this.streamArn = streamArn;
        this.function = function;
        this.positions = positions;
        this.failures = failures;
        this.clock = clock;
        this.console = console;
    }

    /**
     * Starts reading a table's stream for a function.
     *
     * @param positions folder that keeps how far it got
     */
    public static StreamPoller start(
            TableStream mapping,
            DynamoCalls dynamo,
            FunctionPool function,
            Path positions,
            FailureQueue failures,
            InstantSource clock,
            Consumer<String> console)
            throws InterruptedException {
        String arn = new Tables(dynamo).streamArn(mapping.table());
        var stream = new DynamoStream(dynamo, arn, clock);
        Path folder =
                positions.resolve(mapping.table() + "-" + function.function().name());
        var poller = new StreamPoller(mapping, stream, arn, function, folder, failures, clock, console);
        poller.threads.execute(() -> poller.untilClosed("shards", poller::watchShards));
        return poller;
    }

    private interface Work {
        void run() throws InterruptedException, IOException;
    }

    /** Work that only ends with the poller: what goes wrong is said and tried again. */
    private void untilClosed(String what, Work work) {
        try {
            while (true) {
                try {
                    work.run();
                    return;
                } catch (IOException | RuntimeException failure) {
                    if (threads.isShutdown()) {
                        return;
                    }
                    console.accept(function.function().name() + ": reading " + what + " of " + mapping.table() + ": "
                            + failure);
                    Thread.sleep(BETWEEN_SHARD_LISTS);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void watchShards() throws InterruptedException {
        while (true) {
            List<StreamSource.Shard> shards = source.shards();
            Set<String> present = shards.stream().map(StreamSource.Shard::id).collect(Collectors.toSet());
            for (StreamSource.Shard shard : shards) {
                boolean parentDone = shard.parent()
                        .filter(present::contains)
                        .map(done::contains)
                        .orElse(true);
                if (parentDone && running.add(shard.id())) {
                    threads.execute(() -> untilClosed(shard.id(), () -> readShard(shard.id())));
                }
            }
            done.retainAll(new HashSet<>(present));
            Thread.sleep(BETWEEN_SHARD_LISTS);
        }
    }

    private void readShard(String shardId) throws InterruptedException, IOException {
        Position position = Position.read(positions.resolve(shardId + ".json"));
        if (!position.ended()) {
            deliver(shardId, position);
            position.end();
        }
        done.add(shardId);
    }

    private void deliver(String shardId, Position position) throws InterruptedException {
        var delivery = new BatchDelivery(mapping, shardId, streamArn, new Invoker(), position, failures, clock);
        var lane = new ShardLane(mapping, delivery, position);
        StreamSource.Cursor cursor = source.open(shardId, position.sequence(), mapping.fromStart());
        while (!cursor.atEnd() || !lane.isEmpty()) {
            List<StreamRecord> records = cursor.read();
            lane.add(records);
            deliver(lane, cursor.atEnd());
            if (records.isEmpty()) {
                Thread.sleep(BETWEEN_READS);
            }
        }
        deliver(lane, true);
    }

    private void deliver(ShardLane lane, boolean shardEnded) throws InterruptedException {
        deliveries.readLock().lockInterruptibly();
        try {
            lane.deliver(clock.instant(), shardEnded);
        } finally {
            deliveries.readLock().unlock();
        }
    }

    /**
     * Ends the reading. A batch that is being delivered gets two seconds for its answer, so that it is noted as done and
     * the next start doesn't deliver it again.
     */
    @Override
    public void close() {
        try {
            deliveries.writeLock().tryLock(LAST_DELIVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private final class Invoker implements BatchDelivery.Target {
        @Override
        public String name() {
            return function.function().name();
        }

        @Override
        public InvocationResult invoke(byte[] event) throws InterruptedException {
            InvocationResult result = function.invoke(event);
            if (threads.isShutdown()) {
                throw new InterruptedException("closing");
            }
            return result;
        }

        @Override
        public void pause(int failed) throws InterruptedException {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failed - 1, 10));
            Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
    }
}
