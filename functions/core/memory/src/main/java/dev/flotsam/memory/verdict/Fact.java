package dev.flotsam.memory.verdict;

import java.util.Objects;

/**
 * One fact a rule looked at, as the record says it.
 *
 * @param name the fact's name in our vocabulary, such as "footprint"
 * @param value its value with unit, such as "1450 MiB"
 */
public record Fact(String name, String value) {
    private static final long MEBIBYTE = 1L << 20;

    public Fact {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** A truth value. */
    public static Fact of(String name, boolean value) {
        return new Fact(name, Boolean.toString(value));
    }

    /** An amount of memory, told in whole MiB. */
    public static Fact bytes(String name, long bytes) {
        return new Fact(name, bytes / MEBIBYTE + " MiB");
    }
}
