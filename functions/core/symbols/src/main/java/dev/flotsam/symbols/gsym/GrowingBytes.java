package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** Little-endian output that grows. */
final class GrowingBytes {
    private byte[] bytes;
    private int size;

    GrowingBytes(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    void u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void u32(long value) {
        reserve(4);
        put32(size, value);
        size += 4;
    }

    void u64(long value) {
        u32(value);
        u32(value >>> 32);
    }

    /** Overwrites four bytes written before. */
    void put32(int at, long value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
        bytes[at + 2] = (byte) (value >>> 16);
        bytes[at + 3] = (byte) (value >>> 24);
    }

    void unsigned(int width, long value) {
        for (int i = 0; i < width; i++) {
            u8((int) (value >>> (8 * i)));
        }
    }

    void uleb(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void sleb(long value) {
        reserve(10);
        long rest = value;
        while (rest < -64 || rest > 63) {
            bytes[size++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>= 7;
        }
        bytes[size++] = (byte) (rest & 0x7f);
    }

    void align(int to) {
        while (size % to != 0) {
            u8(0);
        }
    }

    /** Copies bytes of a section. */
    void copy(Section from, long offset, int length) {
        reserve(length);
        from.copy(offset, bytes, size, length);
        size += length;
    }

    void copy(byte[] from) {
        reserve(from.length);
        System.arraycopy(from, 0, bytes, size, from.length);
        size += from.length;
    }

    void truncate(int to) {
        size = to;
    }

    void writeTo(WritableByteChannel channel) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, size);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    private void reserve(int count) {
        if (count > bytes.length - size) {
            long larger = Math.max(size + (long) count, bytes.length + (long) bytes.length / 2);
            if (size + (long) count > Limits.SECTION_BYTES) {
                throw new MalformedBinaryException("GSYM", size, "would be over " + Limits.SECTION_BYTES + " bytes");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(larger, Limits.SECTION_BYTES));
        }
    }
}
