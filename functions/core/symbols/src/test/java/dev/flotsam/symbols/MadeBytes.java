package dev.flotsam.symbols;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Little-endian bytes, put together by hand. */
public final class MadeBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public MadeBytes u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public MadeBytes u16(int value) {
        return number(2, value);
    }

    public MadeBytes u32(long value) {
        return number(4, value);
    }

    public MadeBytes u64(long value) {
        return number(8, value);
    }

    private MadeBytes number(int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (8 * i)));
        }
        return this;
    }

    public MadeBytes uleb(long value) {
        long rest = value;
        for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7f) | 0x80);
        }
        out.write((int) rest);
        return this;
    }

    /** Text and a NUL. */
    public MadeBytes text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        out.write(0);
        return this;
    }

    /** Text in a field of a size. */
    public MadeBytes field(int size, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.writeBytes(bytes);
        out.writeBytes(new byte[size - bytes.length]);
        return this;
    }

    public MadeBytes bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The same byte many times. */
    public MadeBytes repeat(int value, int times) {
        byte[] bytes = new byte[times];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes(bytes);
    }

    /** These bytes behind their length in four bytes: a DWARF unit, table or set. */
    public byte[] withLength() {
        return new MadeBytes().u32(out.size()).bytes(toByteArray()).toByteArray();
    }

    public int size() {
        return out.size();
    }

    public byte[] toByteArray() {
        return out.toByteArray();
    }
}
