package dev.flotsam.memory;

import java.util.Objects;

/**
 * What a reader made of bytes: a value or one clear rejection. Bad input is a value, never an exception.
 *
 * @param <T> what the reader reads
 */
public sealed interface Reading<T> {

    /**
     * The bytes held what the reader reads.
     *
     * @param value what they said
     * @param <T> what the reader reads
     */
    record Read<T>(T value) implements Reading<T> {
        public Read {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The bytes can't be read.
     *
     * @param rejection code, place and message
     * @param <T> what the reader would have read
     */
    record Refused<T>(Rejection rejection) implements Reading<T> {
        public Refused {
            Objects.requireNonNull(rejection, "rejection");
        }
    }

    /** Refuses the whole input. */
    static <T> Reading<T> refused(String code, String where, String message) {
        return new Refused<>(new Rejection(code, where, message));
    }
}
