package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.KeySort;
import java.util.Arrays;

/**
 * The rows of one line table, in sequences. A sequence's rows ascend by address; the last one only ends it.
 *
 * <p>Of several sequences that claim an address, the one that ends first after it counts, as in llvm-symbolizer.
 */
public final class LineTable {
    private long[] addresses = new long[1024];
    private int[] files = new int[1024];
    private int[] lines = new int[1024];
    private int rowCount;

    private long[] sequenceEnds = new long[64];
    private int[] sequenceOrder = new int[64];
    private int[] firstRows = new int[64];
    private int[] endRows = new int[64];
    private int sequenceCount;
    private int sequenceStart;

    LineTable() {}

    void clear() {
        rowCount = 0;
        sequenceCount = 0;
        sequenceStart = 0;
    }

    int rowCount() {
        return rowCount;
    }

    void addRow(long address, long file, int line) {
        if (rowCount == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * rowCount);
            files = Arrays.copyOf(files, 2 * rowCount);
            lines = Arrays.copyOf(lines, 2 * rowCount);
        }
        addresses[rowCount] = address;
        files[rowCount] = (int) Math.min(file & Long.MAX_VALUE, Integer.MAX_VALUE);
        lines[rowCount++] = line;
    }

    /** Ends the sequence with the row added last, or forgets it if its code was removed. */
    void endSequence(boolean kept) {
        long end = rowCount == 0 ? 0 : addresses[rowCount - 1];
        if (kept && addresses[sequenceStart] < end && end > 0) {
            if (sequenceCount == sequenceEnds.length) {
                sequenceEnds = Arrays.copyOf(sequenceEnds, 2 * sequenceCount);
                firstRows = Arrays.copyOf(firstRows, 2 * sequenceCount);
                endRows = Arrays.copyOf(endRows, 2 * sequenceCount);
                sequenceOrder = new int[2 * sequenceCount];
            }
            sequenceEnds[sequenceCount] = end;
            firstRows[sequenceCount] = sequenceStart;
            endRows[sequenceCount++] = rowCount - 1;
        }
        sequenceStart = rowCount;
    }

    void finish() {
        for (int i = 0; i < sequenceCount; i++) {
            sequenceOrder[i] = i;
        }
        KeySort.sort(sequenceEnds, sequenceOrder, sequenceCount);
    }

    public int sequenceCount() {
        return sequenceCount;
    }

    /** Index of the first sequence that ends after an address; {@link #sequenceCount()} if none does. */
    public int sequenceAfter(long address) {
        int low = 0;
        int high = sequenceCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sequenceEnds[middle] <= address) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** First row of a sequence. */
    public int firstRow(int sequence) {
        return firstRows[sequenceOrder[sequence]];
    }

    /** The row that ends a sequence; it has no line of its own. */
    public int endRow(int sequence) {
        return endRows[sequenceOrder[sequence]];
    }

    /** The last row of a sequence at or before an address inside it. */
    public int row(int sequence, long address) {
        int low = firstRow(sequence) + 1;
        int high = endRow(sequence);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (addresses[middle] <= address) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    public long address(int row) {
        return addresses[row];
    }

    /** Index in the unit's file table. */
    public int file(int row) {
        return files[row];
    }

    public long line(int row) {
        return lines[row] & 0xffff_ffffL;
    }
}
