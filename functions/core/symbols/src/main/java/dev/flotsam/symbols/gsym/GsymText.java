package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Strings and paths, made once while they are in demand: the last ones used stay, as many as there are slots. Threads may
 * race; at worst both make the string.
 */
final class GsymText {
    private static final int SLOTS = 1 << 12;

    private record Known(int key, String text) {}

    private final ByteBuffer bytes;
    private final GsymHeader header;
    private final Known[] strings = new Known[SLOTS];
    private final Known[] files = new Known[SLOTS];

    GsymText(ByteBuffer bytes, GsymHeader header) {
        this.bytes = bytes;
        this.header = header;
    }

    String string(int offset) {
        int slot = ((offset * 0x9e3779b1) >>> 20) & (SLOTS - 1);
        Known known = strings[slot];
        if (known == null || known.key() != offset) {
            known = new Known(offset, read(offset));
            strings[slot] = known;
        }
        return known.text();
    }

    private String read(int offset) {
        long start = header.strings() + (offset & 0xffff_ffffL);
        if (start >= header.stringsEnd()) {
            throw new MalformedBinaryException("string table", offset, "ends before that");
        }
        int end = (int) start;
        int most = (int) Math.min(header.stringsEnd(), start + Limits.NAME_BYTES);
        while (end < most && bytes.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - (int) start];
        bytes.get((int) start, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Whether a file index stands for a file rather than for "none". */
    boolean isFile(int index) {
        int at = entry(index);
        return bytes.getInt(at) != 0 || bytes.getInt(at + 4) != 0;
    }

    /** The path of a file index; empty for a file without a name. */
    Optional<String> file(int index) {
        int slot = index & SLOTS - 1;
        Known known = files[slot];
        if (known == null || known.key() != index) {
            int at = entry(index);
            known = new Known(index, join(read(bytes.getInt(at)), read(bytes.getInt(at + 4))));
            files[slot] = known;
        }
        return known.text().isEmpty() ? Optional.empty() : Optional.of(known.text());
    }

    private int entry(int index) {
        if (index < 0 || index >= header.fileCount()) {
            throw new MalformedBinaryException("file table", index, "has " + header.fileCount() + " entries");
        }
        return header.files() + 8 * index;
    }

    private static String join(String directory, String base) {
        return directory.isEmpty() ? base : directory + "/" + base;
    }
}
