package dev.flotsam.symbols.index;

import dev.flotsam.symbols.dwarf.Dwarf;
import dev.flotsam.symbols.dwarf.LineTable;
import dev.flotsam.symbols.gsym.GsymWriter;
import java.util.Arrays;

/** Turns the open unit's line rows and file indexes into the GSYM's. */
final class UnitLines {
    private static final int UNREAD = 0;
    private static final int MOST_CACHED = 1 << 16;

    private final Dwarf dwarf;
    private final LineTable table;
    private final GsymWriter writer;
    private final HiddenNames hidden;
    private int[] fileIndexes = new int[64];

    UnitLines(Dwarf dwarf, GsymWriter writer, HiddenNames hidden) {
        this.dwarf = dwarf;
        this.table = dwarf.lines();
        this.writer = writer;
        this.hidden = hidden;
    }

    void unitOpened() {
        Arrays.fill(fileIndexes, UNREAD);
    }

    /** GSYM index of one of the unit's files; the unknown file's if the unit has no such file. */
    int file(long index) {
        if (index < 0 || index >= MOST_CACHED) {
            return readFile(index);
        }
        int at = (int) index;
        if (at >= fileIndexes.length) {
            fileIndexes = Arrays.copyOf(fileIndexes, Math.max(at + 1, 2 * fileIndexes.length));
        }
        if (fileIndexes[at] == UNREAD) {
            fileIndexes[at] = readFile(index);
        }
        return fileIndexes[at];
    }

    private int readFile(long index) {
        return dwarf.files()
                .path(index)
                .map(hidden::revealPath)
                .map(writer.files()::add)
                .orElseGet(writer.files()::unknown);
    }

    /** Whether any address of a range is in a sequence. */
    boolean coversAny(long low, long high) {
        int sequence = table.sequenceAfter(low);
        return sequence < table.sequenceCount() && table.address(table.firstRow(sequence)) < high;
    }

    /** Writes a row that says no line is known from here on. */
    void emitNone(long address) {
        writer.row(address, writer.files().unknown(), 0);
    }

    /** Writes the rows of a range, its first address included; answers whether any has a line. */
    boolean emit(long low, long high) {
        boolean any = false;
        for (long at = low; at < high; ) {
            int sequence = table.sequenceAfter(at);
            long start = sequence < table.sequenceCount() ? table.address(table.firstRow(sequence)) : Long.MAX_VALUE;
            if (at < start) {
                emitNone(at);
                at = Math.min(start, high);
                continue;
            }
            any = true;
            int end = table.endRow(sequence);
            for (int row = table.row(sequence, at); row < end && at < high; row++) {
                long next = table.address(row + 1);
                if (next > at) {
                    int file = file(table.file(row));
                    writer.row(at, file, file == writer.files().unknown() ? 0 : table.line(row));
                    at = Math.min(next, high);
                }
            }
        }
        return any;
    }
}
