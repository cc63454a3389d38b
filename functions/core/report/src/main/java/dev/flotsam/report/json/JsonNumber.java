package dev.flotsam.report.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A number: whole ones as 64 bits, everything else as written. */
public final class JsonNumber implements JsonValue {
    private final long whole;

    /** As written, if it isn't a whole number of 64 signed bits; else null. */
    private final String written;

    /** Bytes, counts and indexes are most of a report's numbers. */
    private static final JsonNumber[] SMALL = new JsonNumber[256];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new JsonNumber(i);
        }
    }

    private JsonNumber(long whole) {
        this.whole = whole;
        this.written = null;
    }

    static JsonNumber of(long whole) {
        return whole >= 0 && whole < SMALL.length ? SMALL[(int) whole] : new JsonNumber(whole);
    }

    JsonNumber(String written) {
        this.whole = Numbers.integer(written).orElse(0);
        this.written = written;
    }

    @Override
    public OptionalLong integer() {
        if (written == null) {
            return OptionalLong.of(whole);
        }
        OptionalLong unsigned = Numbers.integer(written);
        if (unsigned.isPresent()) {
            return unsigned;
        }
        double value = Numbers.decimal(written);
        return Math.abs(value) < 0x1p63 ? OptionalLong.of((long) value) : OptionalLong.empty();
    }

    @Override
    public OptionalDouble decimal() {
        double value = written == null ? whole : Numbers.decimal(written);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The number to its last digit, for sums that must not round. */
    public Optional<BigDecimal> exact() {
        return written == null ? Optional.of(BigDecimal.valueOf(whole)) : Numbers.exact(written);
    }

    @Override
    public Optional<Boolean> truth() {
        return written == null && (whole == 0 || whole == 1) ? Optional.of(whole == 1) : Optional.empty();
    }

    @Override
    public String text() {
        return written == null ? Long.toString(whole) : written;
    }

    @Override
    public String toString() {
        return text();
    }
}
