package dev.flotsam.memory.portrait.graph;

import java.util.Arrays;

/** Addresses to node numbers: open addressing over primitive arrays, 12 bytes a slot at a load of at most 2/3. */
final class AddressIndex {
    private static final int EMPTY = -1;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    /** Addresses of a process never collide this often; chosen ones could, and make every lookup a walk. */
    static final int MAX_PROBES = 1 << 12;

    private long[] keys = new long[1 << 10];
    private int[] values = filled(1 << 10);
    private int size;

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, EMPTY);
        return values;
    }

    int size() {
        return size;
    }

    /** The number of an address; a new address gets the next number. */
    int intern(long address) {
        int slot = slotOf(address);
        if (values[slot] != EMPTY) {
            return values[slot];
        }
        int number = size++;
        keys[slot] = address;
        values[slot] = number;
        if (size * 3L > keys.length * 2L) {
            grow();
        }
        return number;
    }

    private int slotOf(long address) {
        int mask = keys.length - 1;
        long mixed = (address ^ (address >>> 29)) * MIX;
        int slot = (int) (mixed >>> 32) & mask;
        for (int probes = 0; values[slot] != EMPTY && keys[slot] != address; probes++) {
            if (probes == MAX_PROBES) {
                throw new HostileGraphException("addresses collide more often than those of any process");
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != EMPTY) {
                int slot = slotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
