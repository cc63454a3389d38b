package dev.flotsam.symbols.binary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A named run of little-endian bytes of a file. Offsets are from its start. */
public final class Section {
    private final String name;
    private final ByteBuffer bytes;
    private final MappedFile file;
    private final long start;

    /** @param start where the bytes are in the file */
    Section(String name, ByteBuffer bytes, MappedFile file, long start) {
        this.name = name;
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.file = file;
        this.start = start;
    }

    public String name() {
        return name;
    }

    public int size() {
        return bytes.limit();
    }

    public int u8(long offset) {
        check(offset, 1);
        return bytes.get((int) offset) & 0xff;
    }

    public int u16(long offset) {
        check(offset, 2);
        return bytes.getShort((int) offset) & 0xffff;
    }

    public int s32(long offset) {
        check(offset, 4);
        return bytes.getInt((int) offset);
    }

    public long u32(long offset) {
        return s32(offset) & 0xffff_ffffL;
    }

    public long u64(long offset) {
        check(offset, 8);
        return bytes.getLong((int) offset);
    }

    /** An unsigned value of 4 or 8 bytes. */
    public long word(long offset, int size) {
        return size == 8 ? u64(offset) : u32(offset);
    }

    /** Bytes of the NUL-terminated string at {@code offset}, without the NUL; at most {@code most}. */
    public int stringLength(long offset, int most) {
        check(offset, 1);
        int start = (int) offset;
        int end = (int) Math.min(bytes.limit(), (long) start + most + 1);
        for (int at = start; at < end; at++) {
            if (bytes.get(at) == 0) {
                return at - start;
            }
        }
        throw new MalformedBinaryException(
                name,
                offset,
                end == bytes.limit() ? "has a string without an end" : "has a string over " + most + " bytes");
    }

    /** Copies {@code length} bytes at {@code offset} into an array at {@code index}. */
    public void copy(long offset, byte[] to, int index, int length) {
        check(offset, length);
        bytes.get((int) offset, to, index, length);
    }

    /** As {@link #copy}, without mapping the bytes: for what is large and needed once. */
    void read(long offset, byte[] to, int length) {
        check(offset, length);
        file.read(start + offset, to, length);
    }

    /** Part of this section under the same name. */
    public Section slice(long offset, long length) {
        check(offset, length);
        return new Section(name, bytes.slice((int) offset, (int) length), file, start + offset);
    }

    /** Fails unless {@code size} bytes at {@code offset} lie inside. */
    public void check(long offset, long size) {
        if (offset < 0 || size < 0 || offset > bytes.limit() - size) {
            throw new MalformedBinaryException(
                    name, offset, "needs " + Long.toUnsignedString(size) + " bytes of a section of " + bytes.limit());
        }
    }
}
