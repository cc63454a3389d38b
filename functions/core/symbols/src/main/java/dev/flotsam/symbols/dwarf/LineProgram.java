package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.ByteCursor;
import dev.flotsam.symbols.binary.Section;

/** Runs the line-number program of a unit (DWARF 5, section 6.2) into a {@link LineTable} and {@link LineFiles}. */
final class LineProgram {
    private static final int CONTENT_PATH = 1;
    private static final int CONTENT_DIRECTORY = 2;

    private final DwarfSections sections;
    private final Values values;
    private final LineTable table = new LineTable();
    private final LineFiles files;
    private final ByteCursor at = new ByteCursor(".debug_line");
    private long rowsLeft = Limits.LINE_ROWS;

    private int opcodeBase;
    private final int[] operandCounts = new int[256];
    private int minimumLength;
    private int lineBase;
    private int lineRange;

    LineProgram(DwarfSections sections, Values values) {
        this.sections = sections;
        this.values = values;
        this.files = new LineFiles(sections);
    }

    LineTable table() {
        return table;
    }

    LineFiles files() {
        return files;
    }

    /** Reads the unit's line table; leaves both results empty if it has none. */
    void run(Unit unit) {
        table.clear();
        files.clear(unit.encoding().version(), Text.path(unit.root().directory(), sections));
        long offset = unit.root().lines();
        Section section = sections.line();
        if (offset < 0) {
            return;
        }
        boolean wide = section.u32(offset) == 0xffff_ffffL;
        long length = wide ? section.u64(offset + 4) : section.u32(offset);
        at.load(section, offset + (wide ? 12 : 4), length);
        header(unit, wide ? 8 : 4);
        try {
            rows();
        } finally {
            // Where the program is broken, the sequences before count.
            table.finish();
        }
    }

    private void header(Unit unit, int offsetBytes) {
        int version = at.u16();
        if (version < 2 || version > 5) {
            throw at.malformed(at.offset(), "is a line table of version " + version);
        }
        files.clear(version, Text.path(unit.root().directory(), sections));
        if (version >= 5) {
            // Address and segment selector size: set_address says its own length.
            at.skip(2);
        }
        long headerLength = at.unsigned(offsetBytes);
        long program = at.offset() + headerLength;
        minimumLength = at.u8();
        // The maximum of operations per instruction is 1 on every Apple architecture; is_stmt doesn't matter here.
        at.skip(version >= 4 ? 2 : 1);
        lineBase = (byte) at.u8();
        lineRange = at.u8();
        opcodeBase = at.u8();
        for (int opcode = 1; opcode < opcodeBase; opcode++) {
            operandCounts[opcode] = at.u8();
        }
        if (version >= 5) {
            Encoding encoding = new Encoding(version, unit.encoding().addressBytes(), offsetBytes);
            entries(unit, encoding, true);
            entries(unit, encoding, false);
        } else {
            oldEntries();
        }
        at.seek(program);
    }

    private void oldEntries() {
        for (long name = at.skipString(); at.offset() - name > 1; name = at.skipString()) {
            files.addDirectory(Text.at(Text.LINE, name), at);
        }
        for (long name = at.skipString(); at.offset() - name > 1; name = at.skipString()) {
            oldFile(name);
        }
    }

    private void oldFile(long name) {
        long directory = at.uleb();
        at.skipLeb();
        at.skipLeb();
        files.addFile(Text.at(Text.LINE, name), directory, at);
    }

    private void entries(Unit unit, Encoding encoding, boolean directories) {
        int formatCount = at.u8();
        long[] contents = new long[formatCount];
        int[] forms = new int[formatCount];
        for (int i = 0; i < formatCount; i++) {
            contents[i] = at.uleb();
            forms[i] = (int) at.uleb();
        }
        long count = at.uleb();
        if (count < 0 || count > Limits.LINE_FILES || (count > 0 && formatCount == 0)) {
            throw at.malformed(at.offset(), "lists " + Long.toUnsignedString(count) + " directories or files");
        }
        for (long i = 0; i < count; i++) {
            long name = Text.NONE;
            long directory = 0;
            for (int field = 0; field < formatCount; field++) {
                long value = Form.read(forms[field], encoding, at);
                if (contents[field] == CONTENT_PATH) {
                    name = forms[field] == Form.STRING
                            ? Text.at(Text.LINE, value)
                            : values.text(forms[field], value, unit);
                } else if (contents[field] == CONTENT_DIRECTORY) {
                    directory = value;
                }
            }
            if (directories) {
                files.addDirectory(name, at);
            } else {
                files.addFile(name, directory, at);
            }
        }
    }

    private void rows() {
        long text = sections.textAddress();
        long address = -text;
        long file = 1;
        int line = 1;
        boolean removed = false;
        int constAddPc = lineRange == 0 ? 0 : (255 - opcodeBase) / lineRange * minimumLength;
        while (at.hasMore()) {
            int opcode = at.u8();
            if (opcode >= opcodeBase) {
                int adjusted = opcode - opcodeBase;
                address += lineRange == 0 ? 0 : (long) (adjusted / lineRange) * minimumLength;
                line += lineBase + (lineRange == 0 ? 0 : adjusted % lineRange);
                row(address, file, line, removed);
                continue;
            }
            switch (opcode) {
                case 0 -> {
                    long length = at.uleb();
                    if (length == 0) {
                        break;
                    }
                    long next = at.offset() + length;
                    switch (at.u8()) {
                        case 1 -> {
                            row(address, file, line, removed);
                            if (!removed) {
                                table.endSequence();
                            }
                            address = -text;
                            file = 1;
                            line = 1;
                            removed = false;
                        }
                        case 2 -> {
                            long absolute = at.unsigned((int) Math.min(length - 1, 9));
                            removed = absolute == (length == 9 ? -1L : 0xffff_ffffL);
                            address = absolute - text;
                        }
                        case 3 -> oldFile(at.skipString());
                        default -> {
                            // Discriminators and vendors' own.
                        }
                    }
                    at.seek(next);
                }
                case 1 -> row(address, file, line, removed);
                case 2 -> address += at.uleb() * minimumLength;
                case 3 -> line += (int) at.sleb();
                case 4 -> file = at.uleb();
                case 8 -> address += constAddPc;
                case 9 -> address += at.u16();
                default -> {
                    for (int i = 0; i < operandCounts[opcode]; i++) {
                        at.skipLeb();
                    }
                }
            }
        }
    }

    private void row(long address, long file, int line, boolean removed) {
        if (removed) {
            return;
        }
        if (--rowsLeft < 0) {
            throw at.malformed(at.offset(), "brings the image over " + Limits.LINE_ROWS + " rows");
        }
        table.addRow(address, file, line);
    }
}
