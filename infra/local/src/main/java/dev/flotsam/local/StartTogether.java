package dev.flotsam.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Parts that do not wait for each other while they start. */
final class StartTogether {
    private final Consumer<String> progress;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> parts = new ArrayList<>();

    StartTogether(Consumer<String> progress) {
        this.progress = progress;
    }

    interface Part {
        void start() throws IOException, InterruptedException;
    }

    void add(String name, Part part) {
        parts.add(CompletableFuture.runAsync(() -> start(name, part), threads));
    }

    private void start(String name, Part part) {
        long begin = System.nanoTime();
        try {
            part.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
        progress.accept("  %-16s %.1f s".formatted(name, (System.nanoTime() - begin) / 1e9));
    }

    /** Waits for all; then fails with what the first failing one failed with. */
    void await() throws IOException {
        try {
            CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw failure;
        } finally {
            threads.shutdown();
        }
    }
}
