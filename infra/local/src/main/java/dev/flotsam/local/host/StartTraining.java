package dev.flotsam.local.host;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** One start of a function that ends in order, whereupon its JVM writes the cache (JEP 514). */
final class StartTraining {
    private static final long LIMIT_SECONDS = 120;

    private final FunctionProcess function;

    StartTraining(FunctionProcess function) {
        this.function = function;
    }

    /** A training that fails leaves no cache and hurts nobody. */
    void run() throws InterruptedException {
        try (Environment environment = Environment.start(function, LaunchMode.TRAIN)) {
            try {
                environment.awaitReady();
                environment.process().getOutputStream().close();
                environment.process().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            } finally {
                // The JVM writes the cache in a process of its own.
                environment.process().descendants().forEach(ProcessHandle::destroyForcibly);
            }
            Files.move(function.code().unfinishedStartCache(), function.code().startCache());
        } catch (IOException failed) {
            // later starts are as quick as this one was
        }
    }
}
