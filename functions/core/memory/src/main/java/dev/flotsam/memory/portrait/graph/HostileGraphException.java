package dev.flotsam.memory.portrait.graph;

/** A graph made to cost more than its size; readers turn this into a rejection. */
@SuppressWarnings("serial")
public final class HostileGraphException extends RuntimeException {
    HostileGraphException(String message) {
        super(message, null, false, false);
    }
}
