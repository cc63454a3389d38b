package dev.flotsam.symbols.dwarf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which of many nested ranges is the innermost one at each address.
 *
 * <p>Ranges are put outermost first. A new one splits the range its start falls into; this is llvm-symbolizer's map,
 * including what it does with ranges that overlap without nesting. Ascending entries live in chunks, so that putting one
 * moves at most a chunk.
 */
final class Coverage {
    private static final int CHUNK = 256;

    private static final class Chunk {
        final long[] lows = new long[CHUNK];
        final long[] highs = new long[CHUNK];
        final int[] owners = new int[CHUNK];
        int size;

        /** Index of the last entry that starts at or before an address; −1 if none does. */
        int floor(long address) {
            if (size > 0 && lows[size - 1] <= address) {
                return size - 1;
            }
            int low = 0;
            int high = size - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                if (lows[middle] <= address) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return high;
        }

        void insert(int at, long low, long high, int owner) {
            System.arraycopy(lows, at, lows, at + 1, size - at);
            System.arraycopy(highs, at, highs, at + 1, size - at);
            System.arraycopy(owners, at, owners, at + 1, size - at);
            lows[at] = low;
            highs[at] = high;
            owners[at] = owner;
            size++;
        }

        Chunk splitOff() {
            Chunk upper = new Chunk();
            int half = size / 2;
            upper.size = size - half;
            System.arraycopy(lows, half, upper.lows, 0, upper.size);
            System.arraycopy(highs, half, upper.highs, 0, upper.size);
            System.arraycopy(owners, half, upper.owners, 0, upper.size);
            size = half;
            return upper;
        }
    }

    private final List<Chunk> chunks = new ArrayList<>();
    /** Where the last address was, which is where the next one mostly is. */
    private int recent;

    private long[] lows = new long[64];
    private long[] highs = new long[64];
    private int[] owners = new int[64];
    private int count;

    Coverage() {
        chunks.add(new Chunk());
    }

    void clear() {
        chunks.subList(1, chunks.size()).clear();
        chunks.getFirst().size = 0;
    }

    /** Puts a range over what is there. Empty ranges and those below the image cover nothing. */
    void put(long low, long high, int owner) {
        if (low == high || high <= 0) {
            return;
        }
        long start = Math.max(low, 0);
        Chunk chunk = chunkOf(start);
        int at = chunk.floor(start);
        if (at >= 0 && start < chunk.highs[at]) {
            long outerHigh = chunk.highs[at];
            int outer = chunk.owners[at];
            if (start > chunk.lows[at]) {
                chunk.highs[at] = start;
            }
            if (high < outerHigh) {
                set(high, outerHigh, outer);
            }
        }
        set(start, high, owner);
    }

    private void set(long low, long high, int owner) {
        Chunk chunk = chunkOf(low);
        int at = chunk.floor(low);
        if (at >= 0 && chunk.lows[at] == low) {
            chunk.highs[at] = high;
            chunk.owners[at] = owner;
            return;
        }
        if (chunk.size == CHUNK) {
            Chunk upper = chunk.splitOff();
            chunks.add(chunkIndex(low) + 1, upper);
            chunk = low < upper.lows[0] ? chunk : upper;
            at = chunk.floor(low);
        }
        chunk.insert(at + 1, low, high, owner);
    }

    private Chunk chunkOf(long address) {
        return chunks.get(chunkIndex(address));
    }

    private int chunkIndex(long address) {
        if (!holds(recent, address)) {
            recent = search(address);
        }
        return recent;
    }

    private boolean holds(int index, long address) {
        return index < chunks.size()
                && (index == 0 || chunks.get(index).lows[0] <= address)
                && (index + 1 == chunks.size() || chunks.get(index + 1).lows[0] > address);
    }

    private int search(long address) {
        int low = 1;
        int high = chunks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (chunks.get(middle).lows[0] <= address) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Lays the result out for {@link #low}, {@link #high} and {@link #owner}; ends where the next one starts are cut. */
    void finish() {
        count = 0;
        for (Chunk chunk : chunks) {
            if (count + chunk.size > lows.length) {
                int larger = Math.max(2 * lows.length, count + chunk.size);
                lows = Arrays.copyOf(lows, larger);
                highs = Arrays.copyOf(highs, larger);
                owners = Arrays.copyOf(owners, larger);
            }
            System.arraycopy(chunk.lows, 0, lows, count, chunk.size);
            System.arraycopy(chunk.highs, 0, highs, count, chunk.size);
            System.arraycopy(chunk.owners, 0, owners, count, chunk.size);
            count += chunk.size;
        }
        for (int i = 0; i + 1 < count; i++) {
            highs[i] = Math.min(highs[i], lows[i + 1]);
        }
    }

    int count() {
        return count;
    }

    long low(int index) {
        return lows[index];
    }

    /** First address after; may equal {@link #low} where a broken range ends before it starts. */
    long high(int index) {
        return Math.max(highs[index], lows[index]);
    }

    int owner(int index) {
        return owners[index];
    }

    /** Index of the first range that ends after an address. */
    int after(long address) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (high(middle) <= address) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
