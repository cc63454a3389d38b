package dev.flotsam.symbols.gsym;

import java.util.Arrays;

/**
 * The inlined calls of one function, built from the innermost call at each address: a call's ranges are those where it
 * or a call inside it is innermost. So children lie within their parents and siblings never overlap, whatever the debug
 * information claimed.
 */
public final class InlineTree {
    private static final int NONE = -1;

    private int[] names = new int[64];
    private int[] callFiles = new int[64];
    private long[] callLines = new long[64];
    private int[] firstRange = new int[64];
    private int[] lastRange = new int[64];
    private int[] rangeCounts = new int[64];
    private int[] firstChild = new int[64];
    private int[] lastChild = new int[64];
    private int[] nextSibling = new int[64];
    private int count;
    private int firstTop = NONE;
    private int lastTop = NONE;

    private long[] rangeLows = new long[64];
    private long[] rangeHighs = new long[64];
    private int[] nextRange = new int[64];
    private int rangeCount;

    void clear() {
        count = 0;
        rangeCount = 0;
        firstTop = NONE;
        lastTop = NONE;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Adds a call and answers its number.
     *
     * @param parent the call it stands in, −1 for the function itself
     * @param name string offset of the inlined function's name
     * @param callFile file index of the call
     */
    public int add(int parent, int name, int callFile, long callLine) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            callFiles = Arrays.copyOf(callFiles, 2 * count);
            callLines = Arrays.copyOf(callLines, 2 * count);
            firstRange = Arrays.copyOf(firstRange, 2 * count);
            lastRange = Arrays.copyOf(lastRange, 2 * count);
            rangeCounts = Arrays.copyOf(rangeCounts, 2 * count);
            firstChild = Arrays.copyOf(firstChild, 2 * count);
            lastChild = Arrays.copyOf(lastChild, 2 * count);
            nextSibling = Arrays.copyOf(nextSibling, 2 * count);
        }
        names[count] = name;
        callFiles[count] = callFile;
        callLines[count] = callLine;
        firstRange[count] = NONE;
        lastRange[count] = NONE;
        rangeCounts[count] = 0;
        firstChild[count] = NONE;
        lastChild[count] = NONE;
        nextSibling[count] = NONE;
        int before = parent == NONE ? lastTop : lastChild[parent];
        if (before != NONE) {
            nextSibling[before] = count;
        } else if (parent == NONE) {
            firstTop = count;
        } else {
            firstChild[parent] = count;
        }
        if (parent == NONE) {
            lastTop = count;
        } else {
            lastChild[parent] = count;
        }
        return count++;
    }

    /** Says that an address range belongs to a call; ranges of one call come in ascending order. */
    public void cover(int call, long low, long high) {
        int last = lastRange[call];
        if (last != NONE && rangeHighs[last] == low) {
            rangeHighs[last] = high;
            return;
        }
        if (rangeCount == rangeLows.length) {
            rangeLows = Arrays.copyOf(rangeLows, 2 * rangeCount);
            rangeHighs = Arrays.copyOf(rangeHighs, 2 * rangeCount);
            nextRange = Arrays.copyOf(nextRange, 2 * rangeCount);
        }
        rangeLows[rangeCount] = low;
        rangeHighs[rangeCount] = high;
        nextRange[rangeCount] = NONE;
        if (last == NONE) {
            firstRange[call] = rangeCount;
        } else {
            nextRange[last] = rangeCount;
        }
        rangeCounts[call]++;
        lastRange[call] = rangeCount++;
    }

    /** Writes the tree under a root that stands for the function itself. */
    void encode(long functionStart, long functionEnd, int functionName, GrowingBytes out) {
        out.uleb(1);
        out.uleb(0);
        out.uleb(functionEnd - functionStart);
        out.u8(1);
        out.u32(functionName);
        out.uleb(0);
        out.uleb(0);
        encodeSiblings(firstTop, functionStart, out);
    }

    /** Recursion is as deep as the inlining, which {@code Limits.INLINE_DEPTH} bounds. */
    private void encodeSiblings(int first, long base, GrowingBytes out) {
        for (int call = first; call != NONE; call = nextSibling[call]) {
            out.uleb(rangeCounts[call]);
            for (int range = firstRange[call]; range != NONE; range = nextRange[range]) {
                out.uleb(rangeLows[range] - base);
                out.uleb(rangeHighs[range] - rangeLows[range]);
            }
            boolean children = firstChild[call] != NONE;
            out.u8(children ? 1 : 0);
            out.u32(names[call]);
            out.uleb(callFiles[call]);
            out.uleb(callLines[call]);
            if (children) {
                encodeSiblings(firstChild[call], rangeLows[firstRange[call]], out);
            }
        }
        out.uleb(0);
    }
}
