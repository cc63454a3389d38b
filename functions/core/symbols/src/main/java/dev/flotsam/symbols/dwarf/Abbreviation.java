package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.ByteCursor;

/**
 * The shape of entries with one abbreviation code, compiled to steps: runs of attributes of fixed length that don't matter
 * are one skip.
 */
final class Abbreviation {
    static final int SUBPROGRAM = 0x2e;
    static final int INLINED_SUBROUTINE = 0x1d;

    private final int tag;
    private final boolean children;
    /** Lengths for {@link Form#skip}, one after another. */
    private final int[] skips;
    /** Quadruples: a length to skip first, then a slot, a form, and the index of an implicit constant. */
    private final int[] reads;

    private final long[] implicit;

    Abbreviation(int tag, boolean children, int[] skips, int[] reads, long[] implicit) {
        this.tag = tag;
        this.children = children;
        this.skips = skips;
        this.reads = reads;
        this.implicit = implicit;
    }

    int tag() {
        return tag;
    }

    boolean hasChildren() {
        return children;
    }

    boolean isSubroutine() {
        return tag == SUBPROGRAM || tag == INLINED_SUBROUTINE;
    }

    /** Moves past an entry's attributes. */
    void skip(Encoding encoding, ByteCursor at) {
        for (int length : skips) {
            if (length >= 0) {
                at.skip(length);
            } else {
                Form.skip(length, encoding, at);
            }
        }
    }

    /** Moves past an entry's attributes and keeps those that matter. */
    void read(Encoding encoding, ByteCursor at, Entry into) {
        into.clear();
        for (int i = 0; i < reads.length; i += 4) {
            int slot = reads[i + 1];
            if (slot < 0) {
                Form.skip(reads[i], encoding, at);
                continue;
            }
            int form = reads[i + 2];
            if (form == Form.IMPLICIT_CONST) {
                into.set(slot, form, implicit[reads[i + 3]]);
            } else {
                int actual = form == Form.INDIRECT ? Form.indirect(at) : form;
                into.set(slot, actual, Form.read(actual, encoding, at));
            }
        }
    }
}
