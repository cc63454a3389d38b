package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How many distinct values were seen: a HyperLogLog sketch (Flajolet et al., 2007) of 2,048 registers.
 *
 * <p>Its standard error is 1.04 ÷ √2048 = 2.3 %; below about 5,000 values linear counting makes it smaller. Adding the
 * same value again, and merging in any order, changes nothing.
 */
public final class DistinctCount {
    private static final int INDEX_BITS = 11;
    private static final int REGISTERS = 1 << INDEX_BITS;

    /** Nothing seen. */
    public static final DistinctCount EMPTY = new DistinctCount(new byte[0]);

    /** Standard error of {@link #estimate}, as a fraction. */
    public static final double STANDARD_ERROR = 1.04 / Math.sqrt(REGISTERS);

    private final byte[] registers;

    private DistinctCount(byte[] registers) {
        this.registers = registers;
    }

    /** The sketch of one value. */
    public static DistinctCount of(String value) {
        long hash = ByteBuffer.wrap(Digest.sha256(value.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        byte[] registers = new byte[REGISTERS];
        int index = (int) (hash >>> (Long.SIZE - INDEX_BITS));
        long rest = (hash << INDEX_BITS) | (1L << (INDEX_BITS - 1));
        registers[index] = (byte) (Long.numberOfLeadingZeros(rest) + 1);
        return new DistinctCount(registers);
    }

    /** Both together. */
    public DistinctCount merge(DistinctCount other) {
        if (registers.length == 0) {
            return other;
        }
        if (other.registers.length == 0) {
            return this;
        }
        byte[] merged = registers.clone();
        for (int i = 0; i < REGISTERS; i++) {
            merged[i] = (byte) Math.max(merged[i], other.registers[i]);
        }
        return new DistinctCount(merged);
    }

    /** About how many distinct values were merged; see {@link #STANDARD_ERROR}. */
    public long estimate() {
        if (registers.length == 0) {
            return 0;
        }
        double inverse = 0;
        int zeros = 0;
        for (byte register : registers) {
            inverse += Math.scalb(1.0, -register);
            zeros += register == 0 ? 1 : 0;
        }
        double alpha = 0.7213 / (1 + 1.079 / REGISTERS);
        double raw = alpha * REGISTERS * REGISTERS / inverse;
        boolean small = raw <= 2.5 * REGISTERS && zeros > 0;
        return Math.round(small ? REGISTERS * Math.log((double) REGISTERS / zeros) : raw);
    }

    /** Pairs of register index and value while few are set, else every register: 0 to 2,048 bytes. */
    public byte[] encode() {
        int set = 0;
        for (byte register : registers) {
            set += register == 0 ? 0 : 1;
        }
        if (set * 3 >= REGISTERS) {
            return registers.clone();
        }
        ByteBuffer pairs = ByteBuffer.allocate(set * 3);
        for (int i = 0; i < registers.length; i++) {
            if (registers[i] != 0) {
                pairs.putShort((short) i).put(registers[i]);
            }
        }
        return pairs.array();
    }

    /** Reads {@link #encode}'s form. */
    public static DistinctCount decode(byte[] encoded) {
        if (encoded.length == 0) {
            return EMPTY;
        }
        if (encoded.length == REGISTERS) {
            return new DistinctCount(encoded.clone());
        }
        if (encoded.length % 3 != 0 || encoded.length > REGISTERS) {
            throw new IllegalArgumentException("not a sketch: " + encoded.length + " bytes");
        }
        byte[] registers = new byte[REGISTERS];
        ByteBuffer pairs = ByteBuffer.wrap(encoded);
        while (pairs.hasRemaining()) {
            int index = pairs.getShort() & (REGISTERS - 1);
            registers[index] = pairs.get();
        }
        return new DistinctCount(registers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinctCount count && Arrays.equals(registers, count.registers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(registers);
    }
}
