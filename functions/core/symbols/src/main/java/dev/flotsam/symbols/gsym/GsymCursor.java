package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A forward reader of one block of a function's info: copied out first, as most of its bytes are read one by one. */
final class GsymCursor {
    private final byte[] bytes;
    private final int origin;
    private final boolean bigEndian;
    private int position;

    /** @param length bytes of the block, known to be in the file */
    GsymCursor(ByteBuffer from, int start, int length) {
        bytes = new byte[length];
        from.get(start, bytes);
        origin = start;
        bigEndian = from.order() == ByteOrder.BIG_ENDIAN;
    }

    /** File offset of the next byte. */
    long position() {
        return (long) origin + position;
    }

    int u8() {
        if (position >= bytes.length) {
            throw malformed("ends early");
        }
        return bytes[position++] & 0xff;
    }

    int s32() {
        int value = u8() | u8() << 8 | u8() << 16 | u8() << 24;
        return bigEndian ? Integer.reverseBytes(value) : value;
    }

    long uleb() {
        int first = u8();
        if (first < 0x80) {
            return first;
        }
        long value = first & 0x7f;
        for (int shift = 7; ; shift += 7) {
            int next = u8();
            if (shift < 64) {
                value |= (long) (next & 0x7f) << shift;
            }
            if ((next & 0x80) == 0) {
                return value;
            }
        }
    }

    long sleb() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = u8();
            if (shift < 64) {
                value |= (long) (next & 0x7f) << shift;
            }
            shift += 7;
        } while ((next & 0x80) != 0);
        return shift < 64 && (next & 0x40) != 0 ? value | -1L << shift : value;
    }

    /**
     * Among sibling calls from here, goes into the one that contains an offset.
     *
     * @param base what the siblings' ranges are relative to
     * @return the start of that call's first range; −1 if none contains the offset
     */
    long findRanges(long base, long offset) {
        while (true) {
            long count = uleb();
            if (count == 0) {
                return -1;
            }
            boolean contains = false;
            long first = 0;
            for (long i = 0; i < count; i++) {
                long start = base + uleb();
                long size = uleb();
                contains |= offset >= start && offset < start + size;
                first = i == 0 ? start : first;
            }
            if (contains) {
                return first;
            }
            skipCall();
        }
    }

    /** Skips the rest of a call whose ranges were read, and all calls inside it. */
    private void skipCall() {
        int open = 0;
        boolean children = skipFields();
        if (!children) {
            return;
        }
        open++;
        while (open > 0) {
            long count = uleb();
            if (count == 0) {
                open--;
                continue;
            }
            for (long i = 0; i < count; i++) {
                uleb();
                uleb();
            }
            if (skipFields()) {
                open++;
            }
        }
    }

    private boolean skipFields() {
        boolean children = u8() != 0;
        s32();
        uleb();
        uleb();
        return children;
    }

    private MalformedBinaryException malformed(String what) {
        return new MalformedBinaryException("function info", position(), what);
    }
}
