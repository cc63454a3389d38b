package dev.flotsam.local.host;

import dev.flotsam.local.template.LambdaFunction;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** The environments of one function: as many as there are events at once, within a limit; warm ones first. */
public final class FunctionPool implements AutoCloseable {
    private final LambdaFunction function;
    private final FunctionProcess process;
    private final FunctionLog log;
    private final InstantSource clock;
    private final Semaphore starting;
    private final Semaphore permits;
    private final Deque<Environment> idle = new ConcurrentLinkedDeque<>();
    private final Set<Environment> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    FunctionPool(
            LambdaFunction function,
            FunctionProcess process,
            FunctionLog log,
            InstantSource clock,
            Semaphore starting,
            int limit) {
        this.function = function;
        this.process = process;
        this.log = log;
        this.clock = clock;
        this.starting = starting;
        this.permits = new Semaphore(limit, true);
    }

    public LambdaFunction function() {
        return function;
    }

    /** Waits for an environment, then for the outcome. */
    public InvocationResult invoke(byte[] payload) throws InterruptedException {
        permits.acquire();
        try {
            while (true) {
                CompletableFuture<InvocationResult> result = attempt(payload);
                if (!result.isCancelled()) {
                    return result.join();
                }
            }
        } finally {
            permits.release();
        }
    }

    /** Starts an environment ahead of the first event. */
    public InvocationResult warm() throws InterruptedException {
        permits.acquire();
        try {
            Environment environment = start();
            InvocationResult ready = environment.awaitReady();
            giveBack(environment);
            return ready;
        } catch (IOException failure) {
            return InvocationResult.failed(InvocationResult.Cause.START, "Runtime.StartError", failure.getMessage());
        } finally {
            permits.release();
        }
    }

    /** Process ids of the environments. */
    public List<Long> pids() {
        return all.stream().filter(Environment::isAlive).map(Environment::pid).toList();
    }

    private CompletableFuture<InvocationResult> attempt(byte[] payload) throws InterruptedException {
        Environment environment;
        try {
            environment = take();
        } catch (IOException failure) {
            return failedToStart(
                    InvocationResult.failed(InvocationResult.Cause.START, "Runtime.StartError", failure.getMessage()));
        }
        try {
            if (environment.awaitReady() instanceof InvocationResult.Failed failed) {
                return failedToStart(failed);
            }
            return invoke(environment, payload);
        } finally {
            giveBack(environment);
        }
    }

    private CompletableFuture<InvocationResult> invoke(Environment environment, byte[] payload)
            throws InterruptedException {
        Instant start = clock.instant();
        var invocation = new Invocation(UUID.randomUUID().toString(), payload, start.plus(function.timeout()));
        log.started(invocation.id());
        CompletableFuture<InvocationResult> result = environment.invoke(invocation, clock);
        if (!result.isCancelled() && !closed) {
            Duration took = Duration.between(start, clock.instant());
            log.ended(invocation.id(), took, function.memory(), environment.pid(), result.join());
        }
        return result;
    }

    private CompletableFuture<InvocationResult> failedToStart(InvocationResult.Failed failed) {
        log.note("cannot start: " + failed.type() + ": " + failed.message());
        return CompletableFuture.completedFuture(failed);
    }

    private Environment take() throws IOException, InterruptedException {
        Environment warm;
        while ((warm = idle.pollFirst()) != null) {
            if (warm.isAlive()) {
                return warm;
            }
            discard(warm);
        }
        return start();
    }

    private Environment start() throws IOException, InterruptedException {
        starting.acquire();
        try {
            Environment environment = Environment.start(process, LaunchMode.SERVE);
            all.add(environment);
            if (closed) {
                environment.close();
            }
            environment.awaitReady();
            return environment;
        } finally {
            starting.release();
        }
    }

    private void giveBack(Environment environment) {
        if (environment.isAlive() && !closed) {
            idle.addFirst(environment);
        } else {
            discard(environment);
        }
    }

    private void discard(Environment environment) {
        environment.close();
        all.remove(environment);
    }

    /** SIGKILL to every environment, idle or busy; the next event starts a new one. */
    public void kill() throws InterruptedException {
        for (Environment environment : all) {
            environment.kill();
        }
    }

    @Override
    public void close() {
        closed = true;
        all.forEach(Environment::close);
    }
}
