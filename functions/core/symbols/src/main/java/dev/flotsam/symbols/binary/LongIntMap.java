package dev.flotsam.symbols.binary;

/** Remembers an int for each of many longs, without an object per entry. Keys are not negative. */
public final class LongIntMap {
    private long[] keys = new long[1 << 10];
    private int[] values = new int[1 << 10];
    private int used;

    /** The value of a key, or {@code otherwise}. */
    public int get(long key, int otherwise) {
        int slot = slot(keys, key);
        return keys[slot] == 0 ? otherwise : values[slot];
    }

    public void put(long key, int value) {
        int slot = slot(keys, key);
        if (keys[slot] == 0) {
            keys[slot] = key + 1;
            if (++used > keys.length / 2) {
                grow();
                slot = slot(keys, key);
            }
        }
        values[slot] = value;
    }

    /** Keys are stored plus one: zero is a free slot. */
    private static int slot(long[] keys, long key) {
        int slot = (int) ((key * 0x9e37_79b9_7f4a_7c15L) >>> 40) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key + 1) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys, oldKeys[i] - 1);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
