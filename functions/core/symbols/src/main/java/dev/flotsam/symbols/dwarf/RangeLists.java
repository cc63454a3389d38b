package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import java.util.Arrays;

/**
 * The address ranges of an entry: low_pc and high_pc, a list of {@code .debug_ranges} (DWARF 3 and 4) or one of {@code
 * .debug_rnglists} (5). Filled anew by each {@link #read}; addresses are relative to {@code __TEXT}.
 */
final class RangeLists {
    private static final int END_OF_LIST = 0;
    private static final int BASE_ADDRESSX = 1;
    private static final int STARTX_ENDX = 2;
    private static final int STARTX_LENGTH = 3;
    private static final int OFFSET_PAIR = 4;
    private static final int BASE_ADDRESS = 5;
    private static final int START_END = 6;
    private static final int START_LENGTH = 7;

    private final DwarfSections sections;
    private final Values values;
    private long[] lows = new long[16];
    private long[] highs = new long[16];
    private int count;
    private long total;

    RangeLists(DwarfSections sections, Values values) {
        this.sections = sections;
        this.values = values;
    }

    int count() {
        return count;
    }

    long low(int index) {
        return lows[index];
    }

    /** First address after range {@code index}. */
    long high(int index) {
        return highs[index];
    }

    /** Reads an entry's ranges; none if it has none or they can't be read. */
    void read(Entry entry, Unit unit) {
        count = 0;
        if (readPair(entry, unit) || !entry.has(Entry.RANGES)) {
            return;
        }
        try {
            if (unit.encoding().version() < 5) {
                readFour(entry.value(Entry.RANGES), unit);
            } else if (unit.root().rangeLists() >= 0) {
                readFive(list(entry, unit), unit);
            }
        } catch (MalformedBinaryException e) {
            if (total > Limits.RANGES) {
                throw e;
            }
            // A broken list leaves its entry without addresses, as llvm-symbolizer has it.
            count = 0;
        }
    }

    private boolean readPair(Entry entry, Unit unit) {
        long low = values.address(entry, Entry.LOW_PC, unit);
        if (low == Values.NO_ADDRESS || low == unit.encoding().tombstone()) {
            return false;
        }
        long high = entry.hasConstant(Entry.HIGH_PC)
                ? low + entry.value(Entry.HIGH_PC)
                : values.address(entry, Entry.HIGH_PC, unit);
        if (high == Values.NO_ADDRESS) {
            return false;
        }
        add(low - sections.textAddress(), high - sections.textAddress());
        return true;
    }

    /** Where the entry's list is in {@code .debug_rnglists}. */
    private long list(Entry entry, Unit unit) {
        long value = entry.value(Entry.RANGES);
        if (entry.form(Entry.RANGES) != Form.RNGLISTX) {
            return value;
        }
        long base = unit.root().rangeLists();
        int bytes = unit.encoding().offsetBytes();
        return base + sections.rnglists().word(base + value * bytes, bytes);
    }

    private void readFour(long offset, Unit unit) {
        Section list = sections.ranges();
        int bytes = unit.encoding().addressBytes();
        long selector = unit.encoding().tombstone();
        boolean removed = unit.root().hasBase() && unit.root().base() + sections.textAddress() == selector - 1;
        // Without a base the values are addresses; either way the result is relative to __TEXT.
        long base = unit.root().hasBase() ? unit.root().base() : -sections.textAddress();
        for (long at = offset; ; at += 2L * bytes) {
            long start = list.word(at, bytes);
            long end = list.word(at + bytes, bytes);
            countOne();
            if (start == 0 && end == 0) {
                return;
            }
            if (start == selector) {
                base = end - sections.textAddress();
                removed = end == selector - 1;
            } else if (start != selector - 1 && !removed) {
                add(base + start, base + end);
            }
        }
    }

    private void readFive(long offset, Unit unit) {
        ByteReader at = new ByteReader(sections.rnglists(), offset);
        int bytes = unit.encoding().addressBytes();
        long text = sections.textAddress();
        long tombstone = unit.encoding().tombstone();
        long base = unit.root().hasBase() ? unit.root().base() : -text;
        boolean removed = unit.root().hasBase() && base + text == tombstone;
        while (true) {
            countOne();
            int kind = at.u8();
            long low;
            long high;
            switch (kind) {
                case END_OF_LIST -> {
                    return;
                }
                case BASE_ADDRESSX, BASE_ADDRESS -> {
                    long address = kind == BASE_ADDRESS ? at.word(bytes) : indexed(at.uleb(), unit);
                    removed = address == tombstone;
                    base = address - text;
                    continue;
                }
                case STARTX_ENDX -> {
                    low = indexed(at.uleb(), unit) - text;
                    high = indexed(at.uleb(), unit) - text;
                }
                case STARTX_LENGTH -> {
                    low = indexed(at.uleb(), unit) - text;
                    high = low + at.uleb();
                }
                case OFFSET_PAIR -> {
                    low = base + at.uleb();
                    high = base + at.uleb();
                    if (removed) {
                        continue;
                    }
                }
                case START_END -> {
                    low = at.word(bytes) - text;
                    high = at.word(bytes) - text;
                }
                case START_LENGTH -> {
                    low = at.word(bytes) - text;
                    high = low + at.uleb();
                }
                default -> throw new MalformedBinaryException(".debug_rnglists", at.offset(), "has entry kind " + kind);
            }
            if (low + text != tombstone) {
                add(low, high);
            }
        }
    }

    /** As llvm-symbolizer has it, an index without an address is address 0. */
    private long indexed(long index, Unit unit) {
        long address = values.indexedAddress(index, unit);
        return address == Values.NO_ADDRESS ? 0 : address;
    }

    private void countOne() {
        if (++total > Limits.RANGES) {
            throw new MalformedBinaryException(".debug_info", 0, "has over " + Limits.RANGES + " address ranges");
        }
    }

    private void add(long low, long high) {
        if (count == lows.length) {
            lows = Arrays.copyOf(lows, 2 * count);
            highs = Arrays.copyOf(highs, 2 * count);
        }
        lows[count] = low;
        highs[count++] = high;
    }

    /** A position in a list; lists are short and rarely many, so this reads the section itself. */
    private static final class ByteReader {
        private final Section section;
        private long offset;

        ByteReader(Section section, long offset) {
            this.section = section;
            this.offset = offset;
        }

        long offset() {
            return offset;
        }

        int u8() {
            return section.u8(offset++);
        }

        long word(int bytes) {
            long value = section.word(offset, bytes);
            offset += bytes;
            return value;
        }

        long uleb() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                int next = u8();
                value |= (long) (next & 0x7f) << shift;
                if ((next & 0x80) == 0) {
                    return value;
                }
            }
            throw new MalformedBinaryException(section.name(), offset, "has a number over 64 bits");
        }
    }
}
