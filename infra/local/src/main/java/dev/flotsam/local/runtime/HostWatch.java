package dev.flotsam.local.runtime;

import java.io.IOException;

/**
 * Ends the process when its host is gone. The host holds the other end of standard input and never writes: end of file
 * means that it closed us or died, by whatever signal, and no function may outlive it.
 */
final class HostWatch {
    private HostWatch() {}

    /** @param training leave in order, so that the JVM writes the cache it was started to make */
    static void start(boolean training) {
        Thread.ofPlatform().daemon().name("host-watch").start(() -> waitForEnd(training));
    }

    private static void waitForEnd(boolean training) {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever sent
            }
        } catch (IOException closed) {
            // the same as the end of the stream
        }
        if (training) {
            System.exit(0);
        }
        Runtime.getRuntime().halt(0);
    }
}
