package dev.flotsam.symbols.gsym;

/** A line-table row. */
record GsymLine(int file, long line) {

    /** The last row at or before an offset, or null if the table starts after it or says "no file". */
    static GsymLine find(GsymCursor at, long functionStart, long offset) {
        GsymRows rows = new GsymRows(at, functionStart);
        int file = 0;
        long line = 0;
        while (rows.advance() && rows.address() <= offset) {
            file = rows.file();
            line = rows.line();
        }
        return file == 0 ? null : new GsymLine(file, line);
    }
}
