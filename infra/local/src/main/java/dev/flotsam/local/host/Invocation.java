package dev.flotsam.local.host;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One event on its way through an environment. The first outcome counts. */
final class Invocation {
    private final String id;
    private final byte[] payload;
    private final Instant deadline;
    private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();
    private volatile boolean fetched;

    Invocation(String id, byte[] payload, Instant deadline) {
        this.id = id;
        this.payload = payload;
        this.deadline = deadline;
    }

    String id() {
        return id;
    }

    byte[] payload() {
        return payload;
    }

    Instant deadline() {
        return deadline;
    }

    CompletableFuture<InvocationResult> result() {
        return result;
    }

    /** The process has asked for it, so it may have seen it. */
    void fetch() {
        fetched = true;
    }

    boolean fetched() {
        return fetched;
    }
}
