package dev.flotsam.local.runtime;

/**
 * One answer of {@code /invocation/next}.
 *
 * @param deadline milliseconds since the epoch at which the host ends the process
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one hand-over and is never compared
record InvocationEvent(String id, String functionArn, long deadline, byte[] payload) {}
