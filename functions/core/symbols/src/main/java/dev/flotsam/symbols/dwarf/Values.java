package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.Section;

/** Turns raw attribute values into addresses, strings and references. */
final class Values {
    /** No address: no image is there. */
    static final long NO_ADDRESS = Long.MIN_VALUE;

    private final DwarfSections sections;

    Values(DwarfSections sections) {
        this.sections = sections;
    }

    /** The absolute address in a slot, {@link #NO_ADDRESS} if it has none. */
    long address(Entry entry, int slot, Unit unit) {
        return switch (entry.form(slot)) {
            case Form.ADDR -> entry.value(slot);
            case Form.ADDRX, Form.ADDRX1, Form.ADDRX2, Form.ADDRX3, Form.ADDRX4 ->
                indexedAddress(entry.value(slot), unit);
            default -> NO_ADDRESS;
        };
    }

    /** Entry {@code index} of the unit's part of {@code .debug_addr}, {@link #NO_ADDRESS} if it has none. */
    long indexedAddress(long index, Unit unit) {
        int bytes = unit.encoding().addressBytes();
        long offset = indexed(unit.root().addresses(), index, bytes, sections.addr());
        return offset < 0 ? NO_ADDRESS : sections.addr().word(offset, bytes);
    }

    /** The string in a slot, {@link Text#NONE} if it has none. */
    long text(Entry entry, int slot, Unit unit) {
        return text(entry.form(slot), entry.value(slot), unit);
    }

    long text(int form, long value, Unit unit) {
        return switch (form) {
            case Form.STRING -> Text.at(Text.INFO, value);
            case Form.STRP -> text(Text.STR, value, sections.str());
            case Form.LINE_STRP -> text(Text.LINE_STR, value, sections.lineStr());
            case Form.STRX, Form.STRX1, Form.STRX2, Form.STRX3, Form.STRX4 -> {
                int bytes = unit.encoding().offsetBytes();
                long offset = indexed(unit.root().stringOffsets(), value, bytes, sections.strOffsets());
                yield offset < 0
                        ? Text.NONE
                        : text(Text.STR, sections.strOffsets().word(offset, bytes), sections.str());
            }
            default -> Text.NONE;
        };
    }

    private static long text(int section, long offset, Section from) {
        return offset < 0 || offset >= from.size() ? Text.NONE : Text.at(section, offset);
    }

    /** Where entry {@code index} of a table is; −1 if there is no table or it ends before. */
    private static long indexed(long table, long index, int bytes, Section from) {
        if (table < 0 || index < 0 || index > Integer.MAX_VALUE) {
            return -1;
        }
        long offset = table + index * bytes;
        return offset > from.size() - bytes ? -1 : offset;
    }

    /** The entry a slot refers to, as an offset in {@code .debug_info}; −1 if it is of a kind nobody follows. */
    static long reference(Entry entry, int slot, Unit unit) {
        return switch (entry.form(slot)) {
            case Form.REF1, Form.REF2, Form.REF4, Form.REF8, Form.REF_UDATA -> unit.offset() + entry.value(slot);
            case Form.REF_ADDR -> entry.value(slot);
            default -> -1;
        };
    }
}
