package dev.flotsam.symbols.macho;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.KeySort;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import java.util.List;

/**
 * The symbols of an image by address: at most one per address, each with the range it covers.
 *
 * <p>nlist has no sizes. As llvm-symbolizer does, a symbol reaches to the next entry of its section, whatever that is, or
 * to the section's end; of several at one address the last in the table counts. Addresses are relative to {@code __TEXT}.
 */
public final class SymbolTable {
    private static final int STAB = 0xe0;
    private static final int TYPE = 0x0e;
    private static final int TYPE_SECTION = 0x0e;
    private static final int NO_SECTION = 256;

    /** LC_SYMTAB: offsets from the start of the slice, and the number of entries. */
    record Location(long offset, long count, long stringsOffset, long stringsSize) {}

    private final long[] starts;
    private final long[] ends;
    private final int[] names;
    private final int count;
    private final Section strings;

    private SymbolTable(long[] starts, long[] ends, int[] names, int count, Section strings) {
        this.starts = starts;
        this.ends = ends;
        this.names = names;
        this.count = count;
        this.strings = strings;
    }

    static SymbolTable none(Section strings) {
        return new SymbolTable(new long[0], new long[0], new int[0], 0, strings);
    }

    static SymbolTable read(MachOImage image, Location location, boolean wide) {
        if (location.count() > Limits.SYMBOLS) {
            throw new MalformedBinaryException(
                    "symbols",
                    location.offset(),
                    "claims " + location.count() + " symbols; at most " + Limits.SYMBOLS + " are read");
        }
        int entryBytes = wide ? 16 : 12;
        Section entries = image.part("symbols", location.offset(), location.count() * entryBytes);
        Section strings = image.part("symbol names", location.stringsOffset(), location.stringsSize());
        int total = (int) location.count();
        List<MachOSection> sections = image.sections();
        long text = image.textAddress();

        // Keys order by section, then address; section ends take part as entries after the symbols.
        long[] addresses = new long[total + sections.size()];
        int[] sectionOf = new int[total + sections.size()];
        for (int i = 0; i < total; i++) {
            int at = i * entryBytes;
            addresses[i] = entries.word(at + 8, wide ? 8 : 4) - text;
            int section = entries.u8(at + 5);
            sectionOf[i] = section == 0 || section > sections.size() ? NO_SECTION : section;
        }
        for (int i = 0; i < sections.size(); i++) {
            addresses[total + i] = sections.get(i).symbolEnd(image.size()) - text;
            sectionOf[total + i] = i + 1;
        }
        int[] order = bySectionAndAddress(addresses, sectionOf);
        long[] sizes = sizes(addresses, order);

        long[] keys = new long[total];
        int[] payloads = new int[total];
        int kept = 0;
        for (int i = 0; i < total; i++) {
            int type = entries.u8(i * entryBytes + 4);
            boolean defined = (type & STAB) == 0 && (type & TYPE) == TYPE_SECTION && sectionOf[i] != NO_SECTION;
            if (defined && addresses[i] >= 0) {
                keys[kept] = addresses[i];
                payloads[kept++] = i;
            }
        }
        KeySort.sort(keys, payloads, kept);
        return covering(keys, payloads, kept, sizes, entries, entryBytes, strings);
    }

    private static int[] bySectionAndAddress(long[] addresses, int[] sectionOf) {
        int[] order = KeySort.identity(addresses.length);
        long[] keys = new long[addresses.length];
        for (int i = 0; i < keys.length; i++) {
            // Below the image sorts first; nothing there is ever looked up.
            keys[i] = Math.max(addresses[i], 0);
        }
        KeySort.sort(keys, order, keys.length);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = sectionOf[order[i]];
        }
        KeySort.sort(keys, order, keys.length);
        return order;
    }

    private static long[] sizes(long[] addresses, int[] order) {
        long[] sizes = new long[addresses.length];
        int next = 0;
        for (int i = 0; i < order.length; i++) {
            long here = addresses[order[i]];
            next = Math.max(next, i + 1);
            while (next < order.length && addresses[order[next]] == here) {
                next++;
            }
            sizes[order[i]] = next < order.length ? addresses[order[next]] - here : 0;
        }
        return sizes;
    }

    private static SymbolTable covering(
            long[] keys, int[] payloads, int kept, long[] sizes, Section entries, int entryBytes, Section strings) {
        long[] starts = new long[kept];
        long[] ends = new long[kept];
        int[] names = new int[kept];
        int count = 0;
        for (int i = 0; i < kept; ) {
            int best = payloads[i];
            int next = i + 1;
            for (; next < kept && keys[next] == keys[i]; next++) {
                if (Long.compareUnsigned(sizes[payloads[next]], sizes[best]) >= 0) {
                    best = payloads[next];
                }
            }
            long limit = next < kept ? keys[next] : Long.MAX_VALUE;
            long end = sizes[best] <= 0 ? limit : Math.min(keys[i] + sizes[best], limit);
            starts[count] = keys[i];
            ends[count] = end;
            names[count++] = entries.s32((long) best * entryBytes);
            i = next;
        }
        return new SymbolTable(starts, ends, names, count, strings);
    }

    public int count() {
        return count;
    }

    /** First covered address of symbol {@code index}; ascending. */
    public long start(int index) {
        return starts[index];
    }

    /** First address after symbol {@code index}. */
    public long end(int index) {
        return ends[index];
    }

    /** Where symbol {@code index}'s name starts in {@link #strings()}, unsigned. */
    public long nameOffset(int index) {
        return names[index] & 0xffff_ffffL;
    }

    public Section strings() {
        return strings;
    }

    /** Index of the last symbol that starts at or before an address; −1 if there is none. It may end before it. */
    public int floor(long address) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= address) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
