package dev.flotsam.memory.session;

/** Whose record it is. Every client writes the facts of a session in a shape of its own. */
public enum ClientShape {
    FLOTSAM("flotsam-session"),
    SENTRY("sentry-app-state"),
    BUGSNAG("bugsnag-run-context"),
    MATRIX("matrix-reboot-info"),
    OOM_DETECTOR("oomdetector-foom-dict"),
    OOM_DETECTOR_UPLOAD("oomdetector-upload"),
    KSCRASH_MEMORY_FILE("kscrash-memory-file"),
    KSCRASH_MEMORY_TERMINATION("kscrash-memory-termination"),
    KSCRASH_TERMINATION("kscrash-termination"),
    KSCRASH_RUN_SUMMARY("kscrash-run-summary"),
    DATADOG("datadog-app-state"),
    ROLLBAR("rollbar-session"),
    BACKTRACE("backtrace-oom-state"),
    BITDRIFT("bitdrift-previous-run"),
    UBER("uber-prior-run");

    private final String wireName;

    ClientShape(String wireName) {
        this.wireName = wireName;
    }

    /** The name used outside the JVM. */
    public String wireName() {
        return wireName;
    }
}
