package dev.flotsam.symbols.gsym;

import java.util.Arrays;

/**
 * The rows of one function, encoded as a GSYM line table. Rows that repeat the one before are left out.
 *
 * <p>As in DWARF, one byte can advance address and line at once, for line deltas in a window of at most 15. The window
 * that catches the most rows of this function is chosen.
 */
final class LineRows {
    private static final int WINDOW = 14;

    private long[] addresses = new long[256];
    private int[] files = new int[256];
    private long[] lines = new long[256];
    private long[] deltas = new long[256];
    private int count;

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Adds a row; one at the address of the row before replaces it. */
    void add(long address, int file, long line) {
        if (count > 0 && addresses[count - 1] == address) {
            count--;
        }
        if (count > 0 && files[count - 1] == file && lines[count - 1] == line) {
            return;
        }
        if (count == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * count);
            files = Arrays.copyOf(files, 2 * count);
            lines = Arrays.copyOf(lines, 2 * count);
            deltas = new long[2 * count];
        }
        addresses[count] = address;
        files[count] = file;
        lines[count++] = line;
    }

    void encode(long functionStart, GrowingBytes out) {
        long least = 0;
        long most = 0;
        if (count > 1) {
            for (int i = 1; i < count; i++) {
                deltas[i - 1] = lines[i] - lines[i - 1];
            }
            Arrays.sort(deltas, 0, count - 1);
            int best = bestWindow();
            least = deltas[best];
            int last = best;
            while (last + 1 < count - 1 && deltas[last + 1] - least <= WINDOW) {
                last++;
            }
            most = deltas[last];
        }
        if (least == most && least > 0 && least < WINDOW) {
            least = 0;
        }
        out.sleb(least);
        out.sleb(most);
        out.uleb(lines[0]);
        long address = functionStart;
        int file = 1;
        long line = lines[0];
        for (int i = 0; i < count; i++) {
            if (files[i] != file) {
                file = files[i];
                out.u8(GsymFormat.SET_FILE);
                out.uleb(file);
            }
            advance(addresses[i] - address, lines[i] - line, least, most, out);
            address = addresses[i];
            line = lines[i];
        }
        out.u8(GsymFormat.END_SEQUENCE);
    }

    private int bestWindow() {
        int best = 0;
        int bestCount = 0;
        int end = 0;
        for (int start = 0; start < count - 1; start++) {
            while (end < count - 1 && deltas[end] - deltas[start] <= WINDOW) {
                end++;
            }
            if (end - start > bestCount) {
                bestCount = end - start;
                best = start;
            }
        }
        return best;
    }

    private static void advance(long addressDelta, long lineDelta, long least, long most, GrowingBytes out) {
        if (lineDelta >= least && lineDelta <= most && addressDelta < 256) {
            long special = GsymFormat.FIRST_SPECIAL + (lineDelta - least) + addressDelta * (most - least + 1);
            if (special <= 255) {
                out.u8((int) special);
                return;
            }
        }
        if (lineDelta != 0) {
            out.u8(GsymFormat.ADVANCE_LINE);
            out.sleb(lineDelta);
        }
        out.u8(GsymFormat.ADVANCE_PC);
        out.uleb(addressDelta);
    }
}
