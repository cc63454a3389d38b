package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.Section;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The string table: each string once, ended by a NUL, found by its content. */
public final class GsymStrings {
    /** Offset of an empty string that is not offset 0, which readers take for "missing". */
    public static final int EMPTY = 1;

    private final GrowingBytes bytes = new GrowingBytes(1 << 16);
    /** Offsets by hash; 0 is a free slot, as no string but the empty one is there. */
    private int[] slots = new int[1 << 12];

    private int used;

    GsymStrings() {
        bytes.u8(0);
        bytes.u8(0);
    }

    /** Offset of the NUL-terminated string at a section's offset, its first {@code skip} bytes left out. */
    public int add(Section from, long offset, int skip) {
        int length = from.stringLength(offset, Limits.NAME_BYTES);
        int start = bytes.size();
        bytes.copy(from, offset + Math.min(skip, length), Math.max(length - skip, 0));
        return intern(start);
    }

    /** Offset of a Latin-1 string. */
    public int add(String text) {
        return add(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Offset of a string by its bytes, none of which may be NUL. */
    public int add(byte[] text) {
        int start = bytes.size();
        bytes.copy(text);
        return intern(start);
    }

    private int intern(int start) {
        int length = bytes.size() - start;
        if (length == 0) {
            return EMPTY;
        }
        bytes.u8(0);
        byte[] array = bytes.array();
        int slot = spread(array, start, length) & slots.length - 1;
        for (int found = slots[slot]; found != 0; found = slots[slot]) {
            if (Arrays.equals(array, found, found + length + 1, array, start, start + length + 1)) {
                bytes.truncate(start);
                return found;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = start;
        if (++used > slots.length / 2) {
            grow();
        }
        return start;
    }

    private static int spread(byte[] array, int start, int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + array[i];
        }
        return ((hash ^ (hash >>> 15)) * 0x9e3779b1) >>> 3;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[2 * old.length];
        byte[] array = bytes.array();
        for (int offset : old) {
            if (offset != 0) {
                int length = 0;
                while (array[offset + length] != 0) {
                    length++;
                }
                int slot = spread(array, offset, length) & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = offset;
            }
        }
    }

    GrowingBytes bytes() {
        return bytes;
    }
}
