package dev.flotsam.memory.plist;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * bplist00: eight bytes of magic, objects, a table of their offsets, a trailer of 32 bytes (6 unused, offset size,
 * reference size, count, top object, table offset; big endian). An object is a marker byte, type in the upper and size in
 * the lower half, 0xF meaning that an integer with the size follows. Source: CFBinaryPList.c.
 */
final class BinaryPropertyList {
    private static final byte[] MAGIC = "bplist0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 8;
    private static final int TRAILER = 32;

    /** Seconds from 1970 to 2001. */
    private static final long EPOCH = 978_307_200L;

    private final byte[] bytes;
    private final JsonGenerator out;
    private int offsetSize;
    private int referenceSize;
    private long count;
    private long table;
    private int values;

    BinaryPropertyList(byte[] bytes, JsonGenerator out) {
        this.bytes = bytes;
        this.out = out;
    }

    static boolean recognises(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    void write() throws IOException {
        int trailer = bytes.length - TRAILER;
        if (trailer < HEADER) {
            throw new MalformedList(bytes.length, "the trailer is missing");
        }
        offsetSize = bytes[trailer + 6];
        referenceSize = bytes[trailer + 7];
        count = number(trailer + 8, 8);
        table = number(trailer + 24, 8);
        boolean sane = offsetSize >= 1
                && offsetSize <= 8
                && referenceSize >= 1
                && referenceSize <= 8
                && count > 0
                && count <= bytes.length
                && table >= HEADER
                && table <= trailer - count * offsetSize;
        if (!sane) {
            throw new MalformedList(trailer, "the trailer doesn't fit the list");
        }
        object(number(trailer + 16, 8), 0);
    }

    /** Recursion is bounded by depth, and cycles with it; shared objects are bounded by the number of values. */
    private void object(long reference, int depth) throws IOException {
        if (reference < 0 || reference >= count) {
            throw new MalformedList(table, "object " + reference + " isn't there");
        }
        long offset = number(table + reference * offsetSize, offsetSize);
        if (offset < HEADER || offset >= table) {
            throw new MalformedList(table, "object " + reference + " lies outside");
        }
        if (depth > PropertyLists.MAX_DEPTH || ++values > PropertyLists.MAX_VALUES) {
            throw new MalformedList(offset, "nested or shared more than any record");
        }
        int at = (int) offset;
        int low = bytes[at] & 0xf;
        switch ((bytes[at] >> 4) & 0xf) {
            case 0x0 -> constant(low);
            case 0x1 -> out.writeNumber(number(at + 1L, 1 << low));
            case 0x2 -> out.writeNumber(real(at + 1, 1 << low));
            case 0x3 -> out.writeString(date(real(at + 1, 8)));
            case 0x4 -> out.writeString(Base64.getEncoder().encodeToString(slice(at, low, 1)));
            case 0x5, 0x7 -> out.writeString(text(at, low, 1, StandardCharsets.UTF_8));
            case 0x6 -> out.writeString(text(at, low, 2, StandardCharsets.UTF_16BE));
            case 0x8 -> out.writeNumber(number(at + 1L, low + 1));
            case 0xa, 0xb, 0xc -> array(at, low, depth);
            case 0xd -> dictionary(at, low, depth);
            default -> throw new MalformedList(at, "no object begins with " + (bytes[at] & 0xff));
        }
    }

    private void constant(int low) throws IOException {
        switch (low) {
            case 8 -> out.writeBoolean(false);
            case 9 -> out.writeBoolean(true);
            default -> out.writeNull();
        }
    }

    private void array(int at, int low, int depth) throws IOException {
        long[] span = span(at, low, referenceSize);
        out.writeStartArray();
        for (long i = 0; i < span[1]; i++) {
            object(number(span[0] + i * referenceSize, referenceSize), depth + 1);
        }
        out.writeEndArray();
    }

    private void dictionary(int at, int low, int depth) throws IOException {
        long[] span = span(at, low, 2 * referenceSize);
        out.writeStartObject();
        for (long i = 0; i < span[1]; i++) {
            out.writeFieldName(key(number(span[0] + i * referenceSize, referenceSize)));
            object(number(span[0] + (span[1] + i) * referenceSize, referenceSize), depth + 1);
        }
        out.writeEndObject();
    }

    private String key(long reference) {
        if (reference < 0 || reference >= count) {
            throw new MalformedList(table, "key " + reference + " isn't there");
        }
        long offset = number(table + reference * offsetSize, offsetSize);
        if (offset < HEADER || offset >= table) {
            throw new MalformedList(table, "key " + reference + " lies outside");
        }
        int at = (int) offset;
        int low = bytes[at] & 0xf;
        return switch ((bytes[at] >> 4) & 0xf) {
            case 0x5, 0x7 -> text(at, low, 1, StandardCharsets.UTF_8);
            case 0x6 -> text(at, low, 2, StandardCharsets.UTF_16BE);
            default -> throw new MalformedList(at, "a key that is no text");
        };
    }

    private String text(int at, int low, int width, Charset charset) {
        return new String(slice(at, low, width), charset);
    }

    private byte[] slice(int at, int low, int width) {
        long[] span = span(at, low, width);
        return Arrays.copyOfRange(bytes, (int) span[0], (int) (span[0] + span[1] * width));
    }

    /** Where an object's content starts, and how many units of a width it has. */
    private long[] span(int at, int low, int width) {
        long start = at + 1L;
        long units = low;
        if (low == 0xf) {
            int size = 1 << (byteAt(at + 1L) & 0xf);
            units = number(at + 2L, size);
            start = at + 2L + size;
        }
        if (units < 0 || units > bytes.length || start + units * width > table) {
            throw new MalformedList(at, "an object longer than the list");
        }
        return new long[] {start, units};
    }

    private byte byteAt(long offset) {
        if (offset < 0 || offset >= bytes.length) {
            throw new MalformedList(bytes.length, "the list ends inside an object");
        }
        return bytes[(int) offset];
    }

    /** A big-endian integer; of 16 bytes the lower eight count. */
    private long number(long offset, int size) {
        if (size > 16 || offset < 0 || offset + size > bytes.length) {
            throw new MalformedList(Math.max(0, offset), "the list ends inside a number");
        }
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = (value << 8) | (bytes[(int) offset + i] & 0xff);
        }
        return value;
    }

    private double real(int offset, int size) {
        if (offset + size > bytes.length) {
            throw new MalformedList(offset, "the list ends inside a number");
        }
        double value =
                switch (size) {
                    case 4 -> ByteBuffer.wrap(bytes).getFloat(offset);
                    case 8 -> ByteBuffer.wrap(bytes).getDouble(offset);
                    default -> throw new MalformedList(offset, "a real of " + size + " bytes");
                };
        if (!Double.isFinite(value)) {
            throw new MalformedList(offset, "a real that is no number");
        }
        return value;
    }

    private static String date(double seconds) {
        return Instant.ofEpochMilli(Math.round((Math.clamp(seconds, -1e10, 1e10) + EPOCH) * 1000))
                .toString();
    }
}
