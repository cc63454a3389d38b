package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;

/**
 * The header, and where the tables after it are.
 *
 * @param width bytes of an address offset
 * @param baseAddress what address offsets are added to
 * @param count functions
 * @param infos offset of the table of function-info offsets
 * @param files offset of the file table's entries
 */
record GsymHeader(
        int width,
        long baseAddress,
        int count,
        int infos,
        int files,
        int fileCount,
        int strings,
        int stringsEnd,
        Optional<UUID> uuid) {

    /** Reads it; sets the buffer's byte order to the file's. */
    static GsymHeader read(ByteBuffer bytes) {
        if (bytes.limit() < GsymFormat.HEADER_BYTES) {
            throw malformed(0, "is of " + bytes.limit() + " bytes");
        }
        switch (bytes.getInt(0)) {
            case GsymFormat.MAGIC -> {
                // Little-endian, as the buffer is.
            }
            case GsymFormat.MAGIC_SWAPPED -> bytes.order(ByteOrder.BIG_ENDIAN);
            default -> throw malformed(0, "has magic 0x" + Integer.toHexString(bytes.getInt(0)));
        }
        if (bytes.getShort(4) != GsymFormat.VERSION) {
            throw malformed(4, "is of version " + bytes.getShort(4));
        }
        int width = bytes.get(6);
        if (width != 1 && width != 2 && width != 4 && width != 8) {
            throw malformed(6, "has address offsets of " + width + " bytes");
        }
        int uuidBytes = bytes.get(7) & 0xff;
        if (uuidBytes > GsymFormat.UUID_BYTES_MOST) {
            throw malformed(7, "has a UUID of " + uuidBytes + " bytes");
        }
        long count = bytes.getInt(16) & 0xffff_ffffL;
        long infos = GsymFormat.align(GsymFormat.HEADER_BYTES + count * width, 4);
        long files = infos + 4 * count;
        long strings = bytes.getInt(20) & 0xffff_ffffL;
        long stringsEnd = strings + (bytes.getInt(24) & 0xffff_ffffL);
        if (files + 4 > bytes.limit() || stringsEnd > bytes.limit()) {
            throw malformed(16, "has tables that end at " + Math.max(files + 4, stringsEnd) + " of " + bytes.limit());
        }
        long fileCount = bytes.getInt((int) files) & 0xffff_ffffL;
        if (files + 4 + 8 * fileCount > bytes.limit()) {
            throw malformed(files, "claims " + fileCount + " files");
        }
        return new GsymHeader(
                width,
                bytes.getLong(8),
                (int) count,
                (int) infos,
                (int) files + 4,
                (int) fileCount,
                (int) strings,
                (int) stringsEnd,
                uuidBytes == 16 ? Optional.of(uuid(bytes)) : Optional.empty());
    }

    private static UUID uuid(ByteBuffer bytes) {
        ByteBuffer inOrder = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
        return new UUID(inOrder.getLong(28), inOrder.getLong(36));
    }

    private static MalformedBinaryException malformed(long offset, String what) {
        return new MalformedBinaryException("GSYM header", offset, what);
    }

    /** Address offset of a function. */
    long start(ByteBuffer bytes, int index) {
        int at = GsymFormat.HEADER_BYTES + index * width;
        return switch (width) {
            case 1 -> bytes.get(at) & 0xff;
            case 2 -> bytes.getShort(at) & 0xffff;
            case 4 -> bytes.getInt(at) & 0xffff_ffffL;
            default -> bytes.getLong(at);
        };
    }

    /** Index of the first of the functions with the last start at or before an offset; −1 if none starts there. */
    int find(ByteBuffer bytes, long offset) {
        int high = floor(bytes, offset);
        while (high > 0 && start(bytes, high - 1) == start(bytes, high)) {
            high--;
        }
        return high;
    }

    private int floor(ByteBuffer bytes, long offset) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (start(bytes, middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** File offset of a function's info. */
    int info(ByteBuffer bytes, int index) {
        int at = bytes.getInt(infos + 4 * index);
        if (at < 0) {
            throw malformed(infos + 4L * index, "places a function at " + Integer.toUnsignedString(at));
        }
        return at;
    }
}
