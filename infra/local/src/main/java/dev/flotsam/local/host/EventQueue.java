package dev.flotsam.local.host;

import dev.flotsam.local.template.LambdaFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The asynchronous events of one function, each a file until its invocation has succeeded or was given up: what had
 * arrived before a crash is delivered after it, at least once.
 */
public final class EventQueue implements AutoCloseable {
    private final FunctionPool pool;
    private final Path folder;
    private final FailureQueue failures;
    private final Duration firstDelay;
    private final AtomicLong sequence;
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    /**
     * Opens the queue and sends off what it still holds.
     *
     * @param folder keeps the events
     * @param firstDelay before the second attempt, twice that before the third; Lambda waits one minute and two
     */
    public EventQueue(FunctionPool pool, Path folder, FailureQueue failures, Duration firstDelay) throws IOException {
        this.pool = pool;
        this.folder = Files.createDirectories(folder);
        this.failures = failures;
        this.firstDelay = firstDelay;
        List<Path> left = left();
        this.sequence = new AtomicLong(left.isEmpty() ? 0 : number(left.getLast()));
        left.forEach(this::deliver);
    }

    /** The event is safe when this returns, and on its way. */
    public void submit(byte[] event) throws IOException {
        Path file = folder.resolve("%019d.json".formatted(sequence.incrementAndGet()));
        Path partial = folder.resolve(file.getFileName() + ".partial");
        Files.write(partial, event);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        deliver(file);
    }

    /** Events that have arrived and are neither done nor given up. */
    public int pending() {
        return open.get();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(".json", ""));
    }

    private void deliver(Path file) {
        open.incrementAndGet();
        deliveries.execute(() -> {
            try {
                deliver(file, Files.readAllBytes(file));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            } finally {
                open.decrementAndGet();
            }
        });
    }

    private void deliver(Path file, byte[] event) throws IOException, InterruptedException {
        LambdaFunction function = pool.function();
        int attempts = 1 + function.asyncRetries().attempts();
        for (int attempt = 1; ; attempt++) {
            InvocationResult result = pool.invoke(event);
            if (closed) {
                return;
            }
            if (result instanceof InvocationResult.Failed failed) {
                if (attempt < attempts) {
                    Thread.sleep(firstDelay.multipliedBy(attempt));
                    continue;
                }
                String queue = function.asyncRetries().onFailure().orElse(function.name());
                failures.add(queue, function.arn(), attempt, event, failed);
            }
            Files.deleteIfExists(file);
            return;
        }
    }

    @Override
    public void close() {
        closed = true;
        deliveries.shutdownNow();
    }
}
