package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Strings and paths, made once. A string keeps its slot once it has one, so a reader that sees the slot's key sees its
 * string; one that finds its slot taken is made each time. There are more slots where there are more functions. Paths are
 * few: the last ones used stay.
 */
final class GsymText {
    private static final VarHandle KEY = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int SLOT_BITS_LEAST = 8;
    private static final int SLOT_BITS_MOST = 16;
    private static final int FILE_SLOTS = 1 << 12;
    private static final int PLACEHOLDER_LEAST = "___hidden#".length();

    private record KnownFile(int key, Optional<String> path) {}

    private final ByteBuffer bytes;
    private final GsymHeader header;
    private final int slotBits;
    /** String offsets; 0 is a free slot. */
    private final int[] keys;

    private final String[] strings;
    /** Written before the string's key: who gets a placeholder out of its slot finds this true. */
    private boolean metPlaceholder;

    /** -1 until they are counted; counting twice counts the same. */
    private volatile int placeholders = -1;

    private final KnownFile[] files = new KnownFile[FILE_SLOTS];

    GsymText(ByteBuffer bytes, GsymHeader header) {
        this.bytes = bytes;
        this.header = header;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * header.count());
        this.slotBits = Math.clamp(bits, SLOT_BITS_LEAST, SLOT_BITS_MOST);
        this.keys = new int[1 << slotBits];
        this.strings = new String[1 << slotBits];
    }

    String string(int offset) {
        int slot = (offset * 0x9e3779b1) >>> (Integer.SIZE - slotBits);
        int key = (int) KEY.getAcquire(keys, slot);
        if (key == offset && key != 0) {
            return strings[slot];
        }
        String text = read(offset);
        if (Frame.isPlaceholder(text)) {
            metPlaceholder = true;
        }
        if (key == 0) {
            remember(slot, offset, text);
        }
        return text;
    }

    /** Whether any string given so far is a placeholder: spares frames the look at each of their names. */
    boolean metPlaceholder() {
        return metPlaceholder;
    }

    /** Strings that are placeholders; counted once. */
    int placeholders() {
        if (placeholders < 0) {
            int count = 0;
            long end = header.stringsEnd();
            for (long start = header.strings(); start < end; start++) {
                int next = end((int) start, (int) Math.min(end, start + Limits.NAME_BYTES));
                count += isPlaceholder((int) start, next) ? 1 : 0;
                start = next;
            }
            placeholders = count;
        }
        return placeholders;
    }

    private boolean isPlaceholder(int start, int end) {
        if (end - start < PLACEHOLDER_LEAST || bytes.get(start) != '_') {
            return false;
        }
        byte[] head = new byte[PLACEHOLDER_LEAST];
        bytes.get(start, head);
        return Frame.isPlaceholder(new String(head, StandardCharsets.ISO_8859_1));
    }

    private synchronized void remember(int slot, int offset, String text) {
        if (keys[slot] == 0) {
            strings[slot] = text;
            KEY.setRelease(keys, slot, offset);
        }
    }

    private String read(int offset) {
        long start = header.strings() + (offset & 0xffff_ffffL);
        if (start >= header.stringsEnd()) {
            throw new MalformedBinaryException("string table", offset, "ends before that");
        }
        int most = (int) Math.min(header.stringsEnd(), start + Limits.NAME_BYTES);
        byte[] text = new byte[end((int) start, most) - (int) start];
        bytes.get((int) start, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Where the string that starts at a position ends: eight bytes at a time, as names are long. */
    private int end(int start, int most) {
        int at = start;
        for (; at + Long.BYTES <= most; at += Long.BYTES) {
            long eight = bytes.getLong(at);
            // The usual trick: a byte has its top bit set here only if it, or one before it, is zero.
            if (((eight - 0x0101_0101_0101_0101L) & ~eight & 0x8080_8080_8080_8080L) != 0) {
                break;
            }
        }
        while (at < most && bytes.get(at) != 0) {
            at++;
        }
        return at;
    }

    /** Whether a file index stands for a file rather than for "none". */
    boolean isFile(int index) {
        int at = entry(index);
        return bytes.getInt(at) != 0 || bytes.getInt(at + 4) != 0;
    }

    /** The path of a file index; empty for a file without a name. */
    Optional<String> file(int index) {
        int slot = index & (FILE_SLOTS - 1);
        KnownFile known = files[slot];
        if (known == null || known.key() != index) {
            int at = entry(index);
            String path = join(read(bytes.getInt(at)), read(bytes.getInt(at + 4)));
            known = new KnownFile(index, path.isEmpty() ? Optional.empty() : Optional.of(path));
            files[slot] = known;
        }
        return known.path();
    }

    private int entry(int index) {
        if (index < 0 || index >= header.fileCount()) {
            throw new MalformedBinaryException("file table", index, "has " + header.fileCount() + " entries");
        }
        return header.files() + 8 * index;
    }

    private static String join(String directory, String base) {
        return directory.isEmpty() ? base : directory + GsymFormat.separator(directory) + base;
    }
}
