package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.MalformedBinaryException;

/** Turns raw attribute values into addresses, strings and references. */
final class Values {
    private final DwarfSections sections;

    Values(DwarfSections sections) {
        this.sections = sections;
    }

    /** The address in a slot, relative to {@code __TEXT}. */
    long address(Entry entry, int slot, Unit unit) {
        return absoluteAddress(entry.form(slot), entry.value(slot), unit) - sections.textAddress();
    }

    /** Whether the slot holds an address rather than, as DWARF 4's high_pc can, a length. */
    static boolean isAddress(Entry entry, int slot) {
        return switch (entry.form(slot)) {
            case Form.ADDR, Form.ADDRX, Form.ADDRX1, Form.ADDRX2, Form.ADDRX3, Form.ADDRX4 -> true;
            default -> false;
        };
    }

    long absoluteAddress(int form, long value, Unit unit) {
        return form == Form.ADDR ? value : indexedAddress(value, unit);
    }

    /** Entry {@code index} of the unit's part of {@code .debug_addr}. */
    long indexedAddress(long index, Unit unit) {
        int bytes = unit.encoding().addressBytes();
        return sections.addr().word(unit.root().addresses() + scaled(index, bytes), bytes);
    }

    /** The string in a slot. */
    long text(Entry entry, int slot, Unit unit) {
        return text(entry.form(slot), entry.value(slot), unit);
    }

    long text(int form, long value, Unit unit) {
        return switch (form) {
            case Form.STRING -> Text.at(Text.INFO, value);
            case Form.STRP -> Text.at(Text.STR, value);
            case Form.LINE_STRP -> Text.at(Text.LINE_STR, value);
            case Form.STRX, Form.STRX1, Form.STRX2, Form.STRX3, Form.STRX4 -> {
                int bytes = unit.encoding().offsetBytes();
                yield Text.at(
                        Text.STR,
                        sections.strOffsets().word(unit.root().stringOffsets() + scaled(value, bytes), bytes));
            }
            default -> Text.NONE;
        };
    }

    /** The entry a slot refers to, as an offset in {@code .debug_info}; −1 if it is of a kind nobody follows. */
    static long reference(Entry entry, int slot, Unit unit) {
        return switch (entry.form(slot)) {
            case Form.REF1, Form.REF2, Form.REF4, Form.REF8, Form.REF_UDATA -> unit.offset() + entry.value(slot);
            case Form.REF_ADDR -> entry.value(slot);
            default -> -1;
        };
    }

    private static long scaled(long index, int bytes) {
        if (index < 0 || index > Integer.MAX_VALUE) {
            throw new MalformedBinaryException(".debug_info", 0, "has index " + Long.toUnsignedString(index));
        }
        return index * bytes;
    }
}
