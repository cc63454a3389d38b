package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.ByteCursor;

/** Attribute encodings (DWARF 5, section 7.5.6): their codes, how long they are and how they are read. */
final class Form {
    static final int ADDR = 0x01;
    static final int BLOCK2 = 0x03;
    static final int BLOCK4 = 0x04;
    static final int DATA2 = 0x05;
    static final int DATA4 = 0x06;
    static final int DATA8 = 0x07;
    static final int STRING = 0x08;
    static final int BLOCK = 0x09;
    static final int BLOCK1 = 0x0a;
    static final int DATA1 = 0x0b;
    static final int FLAG = 0x0c;
    static final int SDATA = 0x0d;
    static final int STRP = 0x0e;
    static final int UDATA = 0x0f;
    static final int REF_ADDR = 0x10;
    static final int REF1 = 0x11;
    static final int REF2 = 0x12;
    static final int REF4 = 0x13;
    static final int REF8 = 0x14;
    static final int REF_UDATA = 0x15;
    static final int INDIRECT = 0x16;
    static final int SEC_OFFSET = 0x17;
    static final int EXPRLOC = 0x18;
    static final int FLAG_PRESENT = 0x19;
    static final int STRX = 0x1a;
    static final int ADDRX = 0x1b;
    static final int REF_SUP4 = 0x1c;
    static final int STRP_SUP = 0x1d;
    static final int DATA16 = 0x1e;
    static final int LINE_STRP = 0x1f;
    static final int REF_SIG8 = 0x20;
    static final int IMPLICIT_CONST = 0x21;
    static final int LOCLISTX = 0x22;
    static final int RNGLISTX = 0x23;
    static final int REF_SUP8 = 0x24;
    static final int STRX1 = 0x25;
    static final int STRX2 = 0x26;
    static final int STRX3 = 0x27;
    static final int STRX4 = 0x28;
    static final int ADDRX1 = 0x29;
    static final int ADDRX2 = 0x2a;
    static final int ADDRX3 = 0x2b;
    static final int ADDRX4 = 0x2c;

    /** Lengths that depend on the value. */
    static final int LEB = -1;

    static final int TEXT = -2;
    static final int COUNTED1 = -3;
    static final int COUNTED2 = -4;
    static final int COUNTED4 = -5;
    static final int COUNTED = -6;
    static final int ITS_OWN = -7;
    private static final int UNKNOWN = -1000;

    private Form() {}

    /** Bytes of a value, or one of the negative constants. A form nobody knows only matters where a value has it. */
    static int length(int form, Encoding encoding) {
        return switch (form) {
            case FLAG_PRESENT, IMPLICIT_CONST -> 0;
            case DATA1, FLAG, REF1, STRX1, ADDRX1 -> 1;
            case DATA2, REF2, STRX2, ADDRX2 -> 2;
            case STRX3, ADDRX3 -> 3;
            case DATA4, REF4, STRX4, ADDRX4, REF_SUP4 -> 4;
            case DATA8, REF8, REF_SIG8, REF_SUP8 -> 8;
            case DATA16 -> 16;
            case ADDR -> encoding.addressBytes();
            case STRP, SEC_OFFSET, LINE_STRP, STRP_SUP -> encoding.offsetBytes();
            // DWARF 2 gave references to other units the size of an address.
            case REF_ADDR -> encoding.version() == 2 ? encoding.addressBytes() : encoding.offsetBytes();
            case SDATA, UDATA, REF_UDATA, STRX, ADDRX, LOCLISTX, RNGLISTX -> LEB;
            case STRING -> TEXT;
            case BLOCK1 -> COUNTED1;
            case BLOCK2 -> COUNTED2;
            case BLOCK4 -> COUNTED4;
            case BLOCK, EXPRLOC -> COUNTED;
            case INDIRECT -> ITS_OWN;
            default -> UNKNOWN - form;
        };
    }

    /** Skips a value of the length {@link #length} answered. */
    static void skip(int length, Encoding encoding, ByteCursor at) {
        switch (length) {
            case LEB -> at.skipLeb();
            case TEXT -> at.skipString();
            case COUNTED1 -> at.skip(at.u8());
            case COUNTED2 -> at.skip(at.u16());
            case COUNTED4 -> at.skip(at.u32());
            case COUNTED -> at.skip(at.uleb());
            case ITS_OWN -> skip(length(indirect(at), encoding), encoding, at);
            default -> at.skip(known(length, at));
        }
    }

    private static int known(int length, ByteCursor at) {
        if (length < 0) {
            throw at.malformed(at.offset(), "has a value of form 0x" + Integer.toHexString(UNKNOWN - length));
        }
        return length;
    }

    /** The form an indirect value names; never indirect again. */
    static int indirect(ByteCursor at) {
        int form = (int) at.uleb();
        if (form == INDIRECT || form == IMPLICIT_CONST) {
            throw at.malformed(at.offset(), "has an indirect form that is indirect");
        }
        return form;
    }

    /** The raw number of a value: for strings in place their section offset, for blocks 0. */
    static long read(int form, Encoding encoding, ByteCursor at) {
        return switch (form) {
            case FLAG_PRESENT -> 1;
            case STRX3, ADDRX3 -> at.u24();
            case SDATA -> at.sleb();
            case UDATA, REF_UDATA, STRX, ADDRX, LOCLISTX, RNGLISTX -> at.uleb();
            case STRING -> at.skipString();
            case BLOCK, BLOCK1, BLOCK2, BLOCK4, EXPRLOC, DATA16 -> {
                skip(length(form, encoding), encoding, at);
                yield 0;
            }
            default -> at.unsigned(known(length(form, encoding), at));
        };
    }
}
