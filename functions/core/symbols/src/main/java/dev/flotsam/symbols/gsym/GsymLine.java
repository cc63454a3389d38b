package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.binary.MalformedBinaryException;

/** A line-table row. */
record GsymLine(int file, long line) {

    /** The last row at or before an offset, or null if the table starts after it or says "no file". */
    static GsymLine find(GsymCursor at, long functionStart, long offset) {
        long least = at.sleb();
        long range = at.sleb() - least + 1;
        long line = at.uleb();
        long address = functionStart;
        int file = 1;
        int foundFile = 0;
        long foundLine = 0;
        while (true) {
            int opcode = at.u8();
            switch (opcode) {
                case GsymFormat.END_SEQUENCE -> {
                    return found(foundFile, foundLine);
                }
                case GsymFormat.SET_FILE -> {
                    file = (int) at.uleb();
                    continue;
                }
                case GsymFormat.ADVANCE_LINE -> {
                    line += at.sleb();
                    continue;
                }
                case GsymFormat.ADVANCE_PC -> address += at.uleb();
                default -> {
                    if (range <= 0) {
                        throw new MalformedBinaryException("line table", at.position(), "has a line range of " + range);
                    }
                    int adjusted = opcode - GsymFormat.FIRST_SPECIAL;
                    line += least + adjusted % range;
                    address += adjusted / range;
                }
            }
            if (address > offset) {
                return found(foundFile, foundLine);
            }
            foundFile = file;
            foundLine = line;
        }
    }

    private static GsymLine found(int file, long line) {
        return file == 0 ? null : new GsymLine(file, line & 0xffff_ffffL);
    }
}
