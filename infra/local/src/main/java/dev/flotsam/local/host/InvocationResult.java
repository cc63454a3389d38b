package dev.flotsam.local.host;

/** How an invocation ended. */
public sealed interface InvocationResult {
    /** The handler answered. */
    @SuppressWarnings("ArrayRecordComponent") // an answer of up to 6 MB, handed on and never compared
    record Answered(byte[] payload) implements InvocationResult {}

    /**
     * The function failed.
     *
     * @param payload what Lambda would show: {@code {"errorType","errorMessage","stackTrace"}}
     */
    record Failed(Cause cause, String type, String message, String payload) implements InvocationResult {}

    /** Who ended it. */
    enum Cause {
        /** The handler threw. */
        HANDLER,
        /** The time of the template was over; the process was killed. */
        TIMEOUT,
        /** The process ended by itself or was killed from outside. */
        EXIT,
        /** The process never became ready. */
        START
    }

    static Failed failed(Cause cause, String type, String message) {
        return new Failed(cause, type, message, ErrorPayload.of(type, message));
    }
}
