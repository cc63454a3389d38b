package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.ByteCursor;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.util.List;

/**
 * The names of entries: the linkage name if one is found on the way through specifications and abstract origins, in
 * whatever units they are, else the plain name.
 */
final class Names {
    private final List<Unit> units;
    private final UnitReader reader;
    private final Subroutines current;
    private final Values values;
    private final Entry entry = new Entry();
    private final ByteCursor at = new ByteCursor(".debug_info");
    private final long[] pending = new long[Limits.ORIGIN_CHAIN];
    private final long[] seen = new long[Limits.ORIGIN_CHAIN];

    Names(List<Unit> units, UnitReader reader, Subroutines current, Values values) {
        this.units = units;
        this.reader = reader;
        this.current = current;
        this.values = values;
    }

    /** The name of the entry at an offset of {@code .debug_info}, or {@link Text#NONE}. */
    long of(long offset) {
        long linkage = find(offset, Entry.LINKAGE_NAME, Entry.MIPS_LINKAGE_NAME);
        return linkage != Text.NONE ? linkage : find(offset, Entry.NAME, Entry.NAME);
    }

    private long find(long offset, int slot, int otherSlot) {
        int waiting = 0;
        int visited = 0;
        pending[waiting++] = offset;
        while (waiting > 0) {
            long here = pending[--waiting];
            if (here < 0 || isSeen(here, visited)) {
                continue;
            }
            if (visited == Limits.ORIGIN_CHAIN) {
                return Text.NONE;
            }
            seen[visited++] = here;
            int index = Unit.indexOf(units, here);
            if (index < 0 || !readEntry(units.get(index), here)) {
                continue;
            }
            Unit unit = units.get(index);
            int found = entry.has(otherSlot) ? otherSlot : slot;
            if (entry.has(found)) {
                return values.text(entry, found, unit);
            }
            // The last one put is the first one followed: a specification before an abstract origin.
            waiting = follow(Entry.ABSTRACT_ORIGIN, unit, waiting);
            waiting = follow(Entry.SPECIFICATION, unit, waiting);
        }
        return Text.NONE;
    }

    private boolean readEntry(Unit unit, long offset) {
        try {
            if (unit.offset() == current.unit().offset()) {
                current.readEntry(offset, entry);
            } else {
                reader.readEntry(unit, offset, at, entry);
            }
            return true;
        } catch (MalformedBinaryException e) {
            // A reference into the middle of something names nothing.
            return false;
        }
    }

    private int follow(int slot, Unit unit, int waiting) {
        if (!entry.has(slot) || waiting == pending.length) {
            return waiting;
        }
        pending[waiting] = Values.reference(entry, slot, unit);
        return waiting + 1;
    }

    private boolean isSeen(long offset, int visited) {
        for (int i = 0; i < visited; i++) {
            if (seen[i] == offset) {
                return true;
            }
        }
        return false;
    }
}
