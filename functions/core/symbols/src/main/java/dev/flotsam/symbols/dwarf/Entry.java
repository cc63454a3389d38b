package dev.flotsam.symbols.dwarf;

import java.util.Arrays;

/** The attributes of one entry that matter here. One instance is filled again and again. */
final class Entry {
    static final int NAME = 0;
    static final int STMT_LIST = 1;
    static final int LOW_PC = 2;
    static final int HIGH_PC = 3;
    static final int COMP_DIR = 4;
    static final int ABSTRACT_ORIGIN = 5;
    static final int SPECIFICATION = 6;
    static final int ENTRY_PC = 7;
    static final int RANGES = 8;
    static final int CALL_FILE = 9;
    static final int CALL_LINE = 10;
    static final int LINKAGE_NAME = 11;
    static final int MIPS_LINKAGE_NAME = 12;
    static final int STR_OFFSETS_BASE = 13;
    static final int ADDR_BASE = 14;
    static final int RNGLISTS_BASE = 15;
    private static final int SLOTS = 16;

    private final long[] values = new long[SLOTS];
    private final int[] forms = new int[SLOTS];

    /** The slot of a DW_AT code, −1 if the attribute doesn't matter here. */
    static int slot(int attribute) {
        return switch (attribute) {
            case 0x03 -> NAME;
            case 0x10 -> STMT_LIST;
            case 0x11 -> LOW_PC;
            case 0x12 -> HIGH_PC;
            case 0x1b -> COMP_DIR;
            case 0x31 -> ABSTRACT_ORIGIN;
            case 0x47 -> SPECIFICATION;
            case 0x52 -> ENTRY_PC;
            case 0x55 -> RANGES;
            case 0x58 -> CALL_FILE;
            case 0x59 -> CALL_LINE;
            case 0x6e -> LINKAGE_NAME;
            case 0x2007 -> MIPS_LINKAGE_NAME;
            case 0x72 -> STR_OFFSETS_BASE;
            case 0x73 -> ADDR_BASE;
            case 0x74 -> RNGLISTS_BASE;
            default -> -1;
        };
    }

    void clear() {
        Arrays.fill(forms, 0);
    }

    void set(int slot, int form, long value) {
        if (forms[slot] == 0) {
            forms[slot] = form;
            values[slot] = value;
        }
    }

    boolean has(int slot) {
        return forms[slot] != 0;
    }

    int form(int slot) {
        return forms[slot];
    }

    long value(int slot) {
        return values[slot];
    }

    /** Whether a slot has a number that can't be negative. */
    boolean hasConstant(int slot) {
        return switch (forms[slot]) {
            case Form.DATA1, Form.DATA2, Form.DATA4, Form.DATA8, Form.UDATA, Form.IMPLICIT_CONST, Form.FLAG -> true;
            case Form.FLAG_PRESENT -> true;
            default -> false;
        };
    }

    /** That number, or 0 without one. */
    long constantOrZero(int slot) {
        return hasConstant(slot) ? values[slot] : 0;
    }
}
