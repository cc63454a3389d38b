package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.KeySort;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes one GSYM. Functions come in any order and must not overlap: {@link #begin}, any number of {@link #row} and calls
 * in {@link #inlines}, {@link #end}; at last {@link #writeTo}. Addresses are relative to the base address.
 */
public final class GsymWriter {
    private final UUID uuid;
    private final long baseAddress;
    private final GsymStrings strings = new GsymStrings();
    private final GsymFiles files = new GsymFiles(strings);
    private final LineRows rows = new LineRows();
    private final InlineTree inlines = new InlineTree();
    private final GrowingBytes infos = new GrowingBytes(1 << 16);
    private long[] starts = new long[256];
    private int[] infoOffsets = new int[256];
    private int count;
    private long start;

    /** @param baseAddress where the image's {@code __TEXT} was linked to, so that offsets in reports are offsets here */
    public GsymWriter(UUID uuid, long baseAddress) {
        this.uuid = uuid;
        this.baseAddress = baseAddress;
    }

    public GsymStrings strings() {
        return strings;
    }

    public GsymFiles files() {
        return files;
    }

    /** The calls inlined into the function begun last. */
    public InlineTree inlines() {
        return inlines;
    }

    public int functionCount() {
        return count;
    }

    public void begin(long functionStart) {
        start = functionStart;
        rows.clear();
        inlines.clear();
    }

    /** Adds a line-table row; rows ascend by address and the first is at the function's start. */
    public void row(long address, int file, long line) {
        rows.add(address, file, line);
    }

    /** Forgets the begun function's rows: it has none that say anything. */
    public void dropRows() {
        rows.clear();
    }

    /** Ends the function: a name is a string offset, never 0. */
    public void end(long functionEnd, int name) {
        long size = functionEnd - start;
        if (size <= 0 || size > 0xffff_ffffL) {
            throw new MalformedBinaryException("GSYM", start, "would have a function of " + size + " bytes");
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            infoOffsets = Arrays.copyOf(infoOffsets, 2 * count);
        }
        infos.align(4);
        starts[count] = start;
        infoOffsets[count++] = infos.size();
        infos.u32(size);
        infos.u32(name);
        if (!rows.isEmpty()) {
            int lengthAt = block(GsymFormat.LINE_TABLE);
            rows.encode(start, infos);
            infos.put32(lengthAt, infos.size() - lengthAt - 4L);
        }
        if (!inlines.isEmpty()) {
            int lengthAt = block(GsymFormat.INLINE);
            inlines.encode(start, functionEnd, name, infos);
            infos.put32(lengthAt, infos.size() - lengthAt - 4L);
        }
        infos.u32(GsymFormat.END_OF_LIST);
        infos.u32(0);
    }

    private int block(int kind) {
        infos.u32(kind);
        int lengthAt = infos.size();
        infos.u32(0);
        return lengthAt;
    }

    /** Writes the file; answers its size in bytes. */
    public long writeTo(WritableByteChannel channel) throws IOException {
        KeySort.sort(starts, infoOffsets, count);
        long last = count == 0 ? 0 : starts[count - 1];
        int width = last <= 0xff ? 1 : last <= 0xffff ? 2 : last <= 0xffff_ffffL ? 4 : 8;
        long fileTable = GsymFormat.align(GsymFormat.HEADER_BYTES + (long) count * width, 4) + 4L * count;
        long stringTable = fileTable + 4 + 8L * files.count();
        long infoStart = GsymFormat.align(stringTable + strings.bytes().size(), 4);
        long size = infoStart + infos.size();
        if (size > Limits.SECTION_BYTES) {
            throw new MalformedBinaryException("GSYM", 0, "would be of " + size + " bytes");
        }
        GrowingBytes head = new GrowingBytes((int) stringTable);
        header(head, width, stringTable);
        for (int i = 0; i < count; i++) {
            head.unsigned(width, starts[i]);
        }
        head.align(4);
        for (int i = 0; i < count; i++) {
            head.u32(infoStart + infoOffsets[i]);
        }
        head.u32(files.count());
        head.writeTo(channel);
        files.entries().writeTo(channel);
        GrowingBytes text = strings.bytes();
        text.writeTo(channel);
        GrowingBytes padding = new GrowingBytes(4);
        padding.unsigned((int) (infoStart - stringTable - text.size()), 0);
        padding.writeTo(channel);
        infos.writeTo(channel);
        return size;
    }

    private void header(GrowingBytes out, int width, long stringTable) {
        out.u32(GsymFormat.MAGIC);
        out.unsigned(2, GsymFormat.VERSION);
        out.u8(width);
        out.u8(16);
        out.u64(baseAddress);
        out.u32(count);
        out.u32(stringTable);
        out.u32(strings.bytes().size());
        out.u64(Long.reverseBytes(uuid.getMostSignificantBits()));
        out.u64(Long.reverseBytes(uuid.getLeastSignificantBits()));
        out.unsigned(GsymFormat.UUID_BYTES_MOST - 16, 0);
    }
}
