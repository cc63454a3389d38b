package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.binary.MalformedBinaryException;

/** The rows of a line table, one after the other, as its opcodes tell them. */
final class GsymRows {
    private final GsymCursor at;
    private final long least;
    private final long range;
    private long address;
    private int file = 1;
    private long line;

    /**
     * Before the first row.
     *
     * @param start address of the function
     */
    GsymRows(GsymCursor at, long start) {
        this.at = at;
        this.least = at.sleb();
        this.range = at.sleb() - least + 1;
        this.line = at.uleb();
        this.address = start;
    }

    /** Moves to the next row; false behind the last. */
    boolean advance() {
        while (true) {
            int opcode = at.u8();
            switch (opcode) {
                case GsymFormat.END_SEQUENCE -> {
                    return false;
                }
                case GsymFormat.SET_FILE -> file = (int) at.uleb();
                case GsymFormat.ADVANCE_LINE -> line += at.sleb();
                case GsymFormat.ADVANCE_PC -> {
                    address += at.uleb();
                    return true;
                }
                default -> {
                    special(opcode - GsymFormat.FIRST_SPECIAL);
                    return true;
                }
            }
        }
    }

    private void special(int adjusted) {
        if (range <= 0) {
            throw new MalformedBinaryException("line table", at.position(), "has a line range of " + range);
        }
        line += least + adjusted % range;
        address += adjusted / range;
    }

    long address() {
        return address;
    }

    int file() {
        return file;
    }

    /** As 32 bits hold it. */
    long line() {
        return line & 0xffff_ffffL;
    }
}
