package dev.flotsam.symbols.binary;

import java.util.Arrays;

/** Sorts keys with a payload each, stably, without an object per element. */
public final class KeySort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private KeySort() {}

    /** Sorts the first {@code count} non-negative keys ascending; payloads follow their key, equal keys keep their order. */
    public static void sort(long[] keys, int[] payloads, int count) {
        if (isSorted(keys, count)) {
            return;
        }
        long highest = 0;
        for (int i = 0; i < count; i++) {
            highest |= keys[i];
        }
        long[] otherKeys = new long[count];
        int[] otherPayloads = new int[count];
        long[] fromKeys = keys;
        int[] fromPayloads = payloads;
        for (int shift = 0; shift < 64 && highest >>> shift != 0; shift += DIGIT_BITS) {
            int[] starts = starts(fromKeys, count, shift);
            for (int i = 0; i < count; i++) {
                int to = starts[(int) (fromKeys[i] >>> shift) & (DIGITS - 1)]++;
                otherKeys[to] = fromKeys[i];
                otherPayloads[to] = fromPayloads[i];
            }
            long[] keysSwap = fromKeys;
            fromKeys = otherKeys;
            otherKeys = keysSwap;
            int[] payloadsSwap = fromPayloads;
            fromPayloads = otherPayloads;
            otherPayloads = payloadsSwap;
        }
        if (fromKeys != keys) {
            System.arraycopy(fromKeys, 0, keys, 0, count);
            System.arraycopy(fromPayloads, 0, payloads, 0, count);
        }
    }

    /** The payloads 0, 1, 2, …: an index to sort along. */
    public static int[] identity(int count) {
        int[] index = new int[count];
        Arrays.setAll(index, i -> i);
        return index;
    }

    private static boolean isSorted(long[] keys, int count) {
        for (int i = 1; i < count; i++) {
            if (keys[i - 1] > keys[i]) {
                return false;
            }
        }
        return true;
    }

    private static int[] starts(long[] keys, int count, int shift) {
        int[] starts = new int[DIGITS];
        for (int i = 0; i < count; i++) {
            starts[(int) (keys[i] >>> shift) & (DIGITS - 1)]++;
        }
        int total = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int here = starts[digit];
            starts[digit] = total;
            total += here;
        }
        return starts;
    }
}
