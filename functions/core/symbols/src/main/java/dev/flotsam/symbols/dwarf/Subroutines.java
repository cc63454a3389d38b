package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.ByteCursor;
import java.util.Arrays;

/**
 * The functions and inlined calls of one unit, by number in file order, and which of them is innermost at each address.
 * Filled anew by each {@link #read}.
 */
public final class Subroutines {
    private final DwarfSections sections;
    private final UnitReader reader;
    private final RangeLists lists;
    private final Coverage coverage = new Coverage();
    private final Entry entry = new Entry();
    private final ByteCursor at = new ByteCursor(".debug_info");
    private final int[] ownerAtDepth = new int[Limits.DIE_DEPTH];

    private int[] parents = new int[256];
    private int[] functions = new int[256];
    private int[] inlineDepths = new int[256];
    private long[] named = new long[256];
    private long[] callFiles = new long[256];
    private long[] callLines = new long[256];
    private int count;
    private Unit unit = Unit.NONE;

    Subroutines(DwarfSections sections, UnitReader reader, RangeLists lists) {
        this.sections = sections;
        this.reader = reader;
        this.lists = lists;
    }

    /** Reads a unit; where it is broken, what came before counts. */
    void read(Unit next) {
        unit = next;
        count = 0;
        coverage.clear();
        try {
            walk();
        } finally {
            coverage.finish();
        }
    }

    private void walk() {
        Encoding encoding = unit.encoding();
        AbbreviationTable table = reader.table(unit);
        at.load(sections.info(), unit.entries(), unit.end() - unit.entries());
        int depth = 0;
        int owner = -1;
        while (at.hasMore()) {
            long start = at.offset();
            long code = at.uleb();
            if (code == 0) {
                if (--depth <= 0) {
                    break;
                }
                owner = ownerAtDepth[depth - 1];
                continue;
            }
            Abbreviation abbreviation = table.find(code, at);
            int here = owner;
            if (abbreviation.isSubroutine()) {
                abbreviation.read(encoding, at, entry);
                here = add(abbreviation.tag() == Abbreviation.SUBPROGRAM ? -1 : owner, start);
            } else {
                abbreviation.skip(encoding, at);
            }
            if (abbreviation.hasChildren()) {
                if (depth == Limits.DIE_DEPTH) {
                    throw at.malformed(start, "nests over " + Limits.DIE_DEPTH + " deep");
                }
                ownerAtDepth[depth++] = here;
                owner = here;
            } else if (depth == 0) {
                break;
            }
        }
    }

    /** The unit read last. */
    Unit unit() {
        return unit;
    }

    /** Reads an entry of the unit read last from where it still is in memory. */
    void readEntry(long offset, Entry into) {
        at.seek(offset);
        reader.readEntry(unit, at, into);
    }

    private int add(int parent, long offset) {
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * count);
            functions = Arrays.copyOf(functions, 2 * count);
            inlineDepths = Arrays.copyOf(inlineDepths, 2 * count);
            named = Arrays.copyOf(named, 2 * count);
            callFiles = Arrays.copyOf(callFiles, 2 * count);
            callLines = Arrays.copyOf(callLines, 2 * count);
        }
        parents[count] = parent;
        functions[count] = parent < 0 ? count : functions[parent];
        inlineDepths[count] = parent < 0 ? 0 : inlineDepths[parent] + 1;
        if (inlineDepths[count] > Limits.INLINE_DEPTH) {
            throw at.malformed(offset, "inlines over " + Limits.INLINE_DEPTH + " deep");
        }
        callFiles[count] = entry.constantOrZero(Entry.CALL_FILE);
        callLines[count] = entry.constantOrZero(Entry.CALL_LINE) & 0xffff_ffffL;
        named[count] = namedBy(offset);
        lists.read(entry, unit);
        for (int i = 0; i < lists.count(); i++) {
            coverage.put(lists.low(i), lists.high(i), count);
        }
        return count++;
    }

    /** The entry to ask for the name: most inlined calls have nothing of their own, and share their origin's answer. */
    private long namedBy(long offset) {
        boolean ownName = entry.has(Entry.NAME)
                || entry.has(Entry.LINKAGE_NAME)
                || entry.has(Entry.MIPS_LINKAGE_NAME)
                || entry.has(Entry.SPECIFICATION);
        if (ownName || !entry.has(Entry.ABSTRACT_ORIGIN)) {
            return offset;
        }
        long origin = Values.reference(entry, Entry.ABSTRACT_ORIGIN, unit);
        return origin < 0 ? offset : origin;
    }

    /** How many ranges there are: ascending, disjoint, each with the subroutine that is innermost there. */
    public int rangeCount() {
        return coverage.count();
    }

    public long low(int range) {
        return coverage.low(range);
    }

    public long high(int range) {
        return coverage.high(range);
    }

    /** The innermost subroutine of a range. */
    public int owner(int range) {
        return coverage.owner(range);
    }

    /** Index of the first range that ends after an address. */
    public int rangeAfter(long address) {
        return coverage.after(address);
    }

    /** The subroutine this one was inlined into; −1 for a function. */
    public int parent(int subroutine) {
        return parents[subroutine];
    }

    /** Offset of the entry that names a subroutine, for {@link Names}. */
    public long named(int subroutine) {
        return named[subroutine];
    }

    /** Index in the unit's file table of the file the call stands in. */
    public long callFile(int subroutine) {
        return callFiles[subroutine];
    }

    public long callLine(int subroutine) {
        return callLines[subroutine];
    }

    /** The function an inlined call is in, through all the calls between; a function's is itself. */
    public int function(int subroutine) {
        return functions[subroutine];
    }

    /** How many subroutines the unit has. */
    public int count() {
        return count;
    }
}
