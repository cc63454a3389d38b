package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;

/** Makes sense of a unit's first entry. What of it can't be read is missing; the rest counts. */
final class RootReader {
    private final DwarfSections sections;
    private final Values values;

    RootReader(DwarfSections sections, Values values) {
        this.sections = sections;
        this.values = values;
    }

    /** Where the unit's parts of other sections start: the rest of the entry may be written in their terms. */
    Unit.Root bases(Entry entry, Unit unit) {
        boolean five = unit.encoding().version() >= 5;
        boolean hasStrings = five && entry.has(Entry.STR_OFFSETS_BASE);
        boolean areStringsSound = hasStrings && isContribution(entry.value(Entry.STR_OFFSETS_BASE), unit);
        long listsHeader = unit.encoding().offsetBytes() == 8 ? 20 : 12;
        long lists = entry.has(Entry.RNGLISTS_BASE) ? entry.value(Entry.RNGLISTS_BASE) : listsHeader;
        return new Unit.Root(
                false,
                0,
                -1,
                Text.NONE,
                areStringsSound ? entry.value(Entry.STR_OFFSETS_BASE) : -1,
                entry.has(Entry.ADDR_BASE) ? entry.value(Entry.ADDR_BASE) : -1,
                // llvm-symbolizer gives up on the range lists of a unit whose string offsets are broken.
                five && hasStrings == areStringsSound ? lists : -1);
    }

    /** Whether a header before an offset of {@code .debug_str_offsets} speaks of bytes that are there. */
    private boolean isContribution(long base, Unit unit) {
        Section from = sections.strOffsets();
        boolean wide = unit.encoding().offsetBytes() == 8;
        long start = base - (wide ? 16 : 8);
        try {
            if (wide && from.u32(start) != 0xffff_ffffL) {
                return false;
            }
            long length = wide ? from.u64(start + 4) : from.u32(start);
            from.check(base, length - 4);
            return true;
        } catch (MalformedBinaryException e) {
            return false;
        }
    }

    /** @param unit knows its bases */
    Unit.Root read(Entry entry, Unit unit) {
        int baseSlot = entry.has(Entry.LOW_PC) ? Entry.LOW_PC : Entry.ENTRY_PC;
        long base = values.address(entry, baseSlot, unit);
        Unit.Root bases = unit.root();
        return new Unit.Root(
                base != Values.NO_ADDRESS,
                base == Values.NO_ADDRESS ? 0 : base - sections.textAddress(),
                entry.has(Entry.STMT_LIST) ? entry.value(Entry.STMT_LIST) : -1,
                values.text(entry, Entry.COMP_DIR, unit),
                bases.stringOffsets(),
                bases.addresses(),
                bases.rangeLists());
    }
}
