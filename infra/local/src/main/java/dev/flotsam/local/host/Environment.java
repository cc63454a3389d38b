package dev.flotsam.local.host;

import dev.flotsam.local.host.InvocationResult.Cause;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** A running process of a function and its Runtime API. Serves one invocation at a time. */
final class Environment implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final RuntimeApi api;
    private final Process process;
    private final AtomicReference<Invocation> current = new AtomicReference<>();

    private Environment(RuntimeApi api, Process process) {
        this.api = api;
        this.process = process;
    }

    static Environment start(FunctionProcess function, LaunchMode mode) throws IOException {
        var api = new RuntimeApi(function.arn());
        try {
            var environment = new Environment(api, function.launch(api.address(), mode));
            Thread.ofVirtual().name("end-of-" + environment.pid()).start(environment::awaitEnd);
            return environment;
        } catch (IOException | RuntimeException failure) {
            api.close();
            throw failure;
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Process process() {
        return process;
    }

    /** Waits until the process asks for work. Empty when it did; what went wrong otherwise. */
    InvocationResult awaitReady() throws InterruptedException {
        try {
            api.ready().get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return new InvocationResult.Answered(new byte[0]);
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof RuntimeApi.StartFailure reported
                    ? reported.failure()
                    : InvocationResult.failed(
                            Cause.START, "Runtime.ExitError", failed.getCause().getMessage());
        } catch (TimeoutException late) {
            kill();
            return InvocationResult.failed(
                    Cause.START, "Runtime.InitTimeout", "not ready after " + START_LIMIT.toSeconds() + " s");
        }
    }

    /**
     * Hands the event over and waits for the outcome; kills the process when the time is over.
     *
     * @return a future that is cancelled if the process ended without ever asking for the event, which may then go to
     *     another environment as if nothing had happened
     */
    CompletableFuture<InvocationResult> invoke(Invocation invocation, InstantSource clock) throws InterruptedException {
        current.set(invocation);
        api.offer(invocation);
        if (!process.isAlive()) {
            ended();
        }
        CompletableFuture<InvocationResult> result = invocation.result();
        try {
            long left = Duration.between(clock.instant(), invocation.deadline()).toMillis();
            result.copy().handle((value, failure) -> true).get(Math.max(left, 1), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            result.complete(
                    InvocationResult.failed(Cause.TIMEOUT, "Sandbox.Timedout", invocation.id() + " Task timed out"));
            kill();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        current.set(null);
        return result;
    }

    private void awaitEnd() {
        process.onExit().join();
        ended();
    }

    private void ended() {
        String message = "Runtime exited with status " + (process.isAlive() ? "?" : process.exitValue());
        api.ready().completeExceptionally(new IOException(message));
        api.close();
        Invocation running = current.get();
        if (running == null) {
            return;
        }
        if (running.fetched()) {
            running.result().complete(InvocationResult.failed(Cause.EXIT, "Runtime.ExitError", message));
        } else {
            running.result().cancel(false);
        }
    }

    /** SIGKILL, as Lambda does after a timeout; returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }
}
