package dev.flotsam.report.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The entries of a tar: 512-byte headers, contents padded to 512. POSIX ustar and GNU; extended headers (pax x and g,
 * GNU L and K) are passed over, as names here are only looked at. Source: POSIX.1-2017, pax, "ustar Interchange Format".
 */
final class TarEntries {
    private static final int BLOCK = 512;
    private static final int NAME_SIZE = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_DIGITS = 12;
    private static final int TYPE_AT = 156;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_SIZE = 155;

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];
    private long left;
    private long padding;

    TarEntries(InputStream in) {
        this.in = in;
    }

    /** Moves to the next entry; false at the end of the archive. */
    boolean advance() throws IOException {
        in.skipNBytes(left + padding);
        left = 0;
        padding = 0;
        int read = in.readNBytes(header, 0, BLOCK);
        if (read == 0 || isZero()) {
            return false;
        }
        if (read < BLOCK) {
            throw new EOFException("cut in a tar header");
        }
        left = size();
        padding = (BLOCK - left % BLOCK) % BLOCK;
        return true;
    }

    boolean isFile() {
        return header[TYPE_AT] == '0' || header[TYPE_AT] == 0 || header[TYPE_AT] == '7';
    }

    String name() {
        String prefix = header[TAR_VERSION_AT] == '0' ? text(PREFIX_AT, PREFIX_SIZE) : "";
        String name = text(0, NAME_SIZE);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static final int TAR_VERSION_AT = 263;

    /** The entry's bytes; reading them ends with the entry. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int size) throws IOException {
                if (left == 0) {
                    return -1;
                }
                int count = in.read(bytes, from, (int) Math.min(size, left));
                if (count < 0) {
                    throw new EOFException("cut in a tar entry");
                }
                left -= count;
                return count;
            }
        };
    }

    private boolean isZero() {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Octal digits, or GNU's big-endian number with the first bit set. */
    private long size() throws IOException {
        long size = 0;
        if (header[SIZE_AT] < 0) {
            for (int i = SIZE_AT + 4; i < SIZE_AT + SIZE_DIGITS; i++) {
                size = (size << 8) | (header[i] & 0xFF);
            }
        } else {
            for (int i = SIZE_AT; i < SIZE_AT + SIZE_DIGITS; i++) {
                int digit = header[i] - '0';
                if (digit >= 0 && digit <= 7) {
                    size = (size << 3) | digit;
                }
            }
        }
        if (size < 0) {
            throw new IOException("a tar entry with a negative size");
        }
        return size;
    }

    private String text(int from, int size) {
        int end = from;
        while (end < from + size && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}
