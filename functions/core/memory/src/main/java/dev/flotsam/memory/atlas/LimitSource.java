package dev.flotsam.memory.atlas;

/** Where a sample of a limit comes from, and what it weighs. */
public enum LimitSource {
    /** A process killed at its own limit: the kernel's figure, off by a few pages. */
    JETSAM_KILL("jetsam-kill", 10),
    /** A client's record with its limit, or footprint and what was available: the kernel's figure too. */
    SESSION_FIGURE("session-figure", 5),
    /** Memory at a warning: the limit lies somewhat above it. */
    MEMORY_WARNING("memory-warning", 1);

    private final String wireName;
    private final int weight;

    LimitSource(String wireName, int weight) {
        this.wireName = wireName;
        this.weight = weight;
    }

    /** The name used outside the JVM. */
    public String wireName() {
        return wireName;
    }

    /** The source of that wire name. */
    static LimitSource named(String wireName) {
        for (LimitSource source : values()) {
            if (source.wireName.equals(wireName)) {
                return source;
            }
        }
        throw new IllegalArgumentException("no source of limits is called \"" + wireName + "\"");
    }

    /** What one sample weighs. */
    public int weight() {
        return weight;
    }
}
