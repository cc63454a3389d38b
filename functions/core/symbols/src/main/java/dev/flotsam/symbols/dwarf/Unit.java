package dev.flotsam.symbols.dwarf;

import java.util.List;

/**
 * A compilation unit: its header, and what its first entry says.
 *
 * @param offset section offset of the header
 * @param entries section offset of the first entry
 * @param end section offset after the last
 * @param abbreviations offset of its table in {@code .debug_abbrev}
 */
record Unit(long offset, long entries, long end, long abbreviations, Encoding encoding, Root root) {

    /** No unit: none starts there. */
    static final Unit NONE = new Unit(-1, -1, -1, 0, new Encoding(4, 8, 4), Root.UNREAD);

    Unit with(Root other) {
        return new Unit(offset, entries, end, abbreviations, encoding, other);
    }

    /** Index of the unit that holds an offset of {@code .debug_info}, in units ordered by offset; −1 if none does. */
    static int indexOf(List<Unit> units, long offset) {
        int low = 0;
        int high = units.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Unit unit = units.get(middle);
            if (unit.end() <= offset) {
                low = middle + 1;
            } else if (unit.offset() > offset) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /**
     * Attributes of the unit's first entry.
     *
     * @param base default base of its range lists, relative to {@code __TEXT}; meaningful if {@code hasBase}
     * @param lines offset of its line table, −1 without one
     * @param directory the compilation directory
     * @param stringOffsets where its part of {@code .debug_str_offsets} starts, −1 without one
     * @param addresses where its part of {@code .debug_addr} starts, −1 without one
     * @param rangeLists where its table in {@code .debug_rnglists} starts, −1 if it can't use the section
     */
    record Root(
            boolean hasBase,
            long base,
            long lines,
            long directory,
            long stringOffsets,
            long addresses,
            long rangeLists) {
        static final Root UNREAD = new Root(false, 0, -1, Text.NONE, -1, -1, -1);
    }
}
