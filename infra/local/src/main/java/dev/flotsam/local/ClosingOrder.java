package dev.flotsam.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, to be closed the other way round. Closing goes on past what fails to close. */
final class ClosingOrder implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T resource) {
        started.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (Exception failure) {
                System.getLogger("flotsam").log(System.Logger.Level.WARNING, "while stopping", failure);
            }
        }
    }
}
