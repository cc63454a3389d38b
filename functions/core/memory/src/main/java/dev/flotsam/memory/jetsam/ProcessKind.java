package dev.flotsam.memory.jetsam;

/** What kind of process Jetsam listed. Limits differ by kind, and only an app's end is the app's end. */
public enum ProcessKind {
    /** An application. */
    APP("app"),
    /** An app extension: widget, share sheet, notification service, keyboard. Its limits are far lower. */
    EXTENSION("extension"),
    /** A WebKit process that renders for the app of its coalition; the app survives its death. */
    WEB_VIEW("web-view"),
    /** A system process. */
    DAEMON("daemon");

    private final String wireName;

    ProcessKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name used outside the JVM. */
    public String wireName() {
        return wireName;
    }
}
