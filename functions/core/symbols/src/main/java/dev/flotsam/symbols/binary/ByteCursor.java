package dev.flotsam.symbols.binary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A forward reader of little-endian values in a window of a section. Made once, moved often: the hot loops use it. */
public final class ByteCursor {
    private static final VarHandle U16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle U64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] EMPTY = {};

    private final String source;
    private byte[] bytes = EMPTY;
    private int position;
    private int limit;
    private long origin;

    /** @param source what the bytes are of, for messages */
    public ByteCursor(String source) {
        this.source = source;
    }

    /** Loads {@code size} bytes at {@code offset} of a section; positions are then offsets in the section. */
    public void load(Section section, long offset, long size) {
        section.check(offset, size);
        int length = (int) size;
        if (bytes.length < length) {
            // Twice the need, so that units of growing size don't allocate one array each.
            bytes = new byte[(int) Math.min(Math.max(length, 2L * bytes.length), section.size())];
        }
        section.read(offset, bytes, length);
        position = 0;
        limit = length;
        origin = offset;
    }

    /** Section offset of the next byte. */
    public long offset() {
        return origin + position;
    }

    /** Section offset just past the window. */
    public long end() {
        return origin + limit;
    }

    public boolean hasMore() {
        return position < limit;
    }

    /** Goes to a section offset inside the window. */
    public void seek(long offset) {
        long target = offset - origin;
        if (target < 0 || target > limit) {
            throw malformed(offset, "is outside its unit");
        }
        position = (int) target;
    }

    public void skip(long count) {
        if (count < 0 || count > limit - position) {
            throw malformed(offset(), "skips " + Long.toUnsignedString(count) + " bytes past its end");
        }
        position += (int) count;
    }

    public int u8() {
        return bytes[require(1)] & 0xff;
    }

    public int u16() {
        return (short) U16.get(bytes, require(2)) & 0xffff;
    }

    public int u24() {
        int at = require(3);
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    }

    public long u32() {
        return (int) U32.get(bytes, require(4)) & 0xffff_ffffL;
    }

    public long u64() {
        return (long) U64.get(bytes, require(8));
    }

    /** An unsigned value of 1, 2, 4 or 8 bytes. */
    public long unsigned(int size) {
        return switch (size) {
            case 1 -> u8();
            case 2 -> u16();
            case 4 -> u32();
            case 8 -> u64();
            default -> throw malformed(offset(), "has a value of " + size + " bytes");
        };
    }

    public long uleb() {
        if (position >= limit) {
            throw malformed(offset(), "ends inside a number");
        }
        byte first = bytes[position++];
        return first >= 0 ? first : longUleb(first & 0x7f);
    }

    private long longUleb(long low) {
        long value = low;
        int shift = 7;
        while (true) {
            int next = u8();
            if (shift < 64) {
                value |= (long) (next & 0x7f) << shift;
            }
            if ((next & 0x80) == 0) {
                return value;
            }
            shift += 7;
        }
    }

    public long sleb() {
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

    public void skipLeb() {
        while ((u8() & 0x80) != 0) {
            // The next byte belongs to the same number.
        }
    }

    /** Skips a NUL-terminated string; answers the section offset of its start. */
    public long skipString() {
        long start = offset();
        while (position < limit && bytes[position] != 0) {
            position++;
        }
        if (position >= limit) {
            throw malformed(start, "has a string without an end");
        }
        position++;
        return start;
    }

    public MalformedBinaryException malformed(long offset, String what) {
        return new MalformedBinaryException(source, offset, what);
    }

    private int require(int count) {
        int at = position;
        if (limit - at < count) {
            throw malformed(offset(), "ends inside a value of " + count + " bytes");
        }
        position = at + count;
        return at;
    }
}
