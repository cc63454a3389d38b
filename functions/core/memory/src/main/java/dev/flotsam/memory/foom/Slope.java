package dev.flotsam.memory.foom;

import dev.flotsam.memory.session.MemoryFacts.Sample;
import java.util.List;

/** How a footprint came to where it ended. */
public enum Slope {
    /** Rose bit by bit. */
    LEAK("leak"),
    /** One jump made most of the rise. */
    SPIKE("spike"),
    /** Stood where it was. */
    STEADY("steady"),
    /** Too few samples. */
    UNKNOWN("unknown");

    private static final int FEWEST_SAMPLES = 4;

    /** A rise of less than this share of the last figure is none. */
    private static final double RISE = 0.2;

    /** A jump is one that makes at least this share of the rise. */
    private static final double JUMP = 0.6;

    private final String wireName;

    Slope(String wireName) {
        this.wireName = wireName;
    }

    /** The name used outside the JVM. */
    public String wireName() {
        return wireName;
    }

    /** The slope of a series, oldest sample first. */
    public static Slope of(List<Sample> series) {
        if (series.size() < FEWEST_SAMPLES) {
            return UNKNOWN;
        }
        long least = series.stream().mapToLong(Sample::bytes).min().orElse(0);
        long last = series.getLast().bytes();
        long rise = last - least;
        if (rise < RISE * last) {
            return STEADY;
        }
        long jump = 0;
        for (int i = 1; i < series.size(); i++) {
            jump = Math.max(jump, series.get(i).bytes() - series.get(i - 1).bytes());
        }
        return jump >= JUMP * rise ? SPIKE : LEAK;
    }
}
