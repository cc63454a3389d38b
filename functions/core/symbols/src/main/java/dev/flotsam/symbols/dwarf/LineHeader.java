package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.ByteCursor;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.util.Optional;

/** The header of a line-number program (DWARF 5, section 6.2.4). Filled anew by each {@link #read}. */
final class LineHeader {
    private static final int CONTENT_PATH = 1;
    private static final int CONTENT_DIRECTORY = 2;

    private final DwarfSections sections;
    private final Values values;
    private final LineFiles files;
    private final int[] operandCounts = new int[256];
    private int minimumLength;
    private int mostOperations;
    private int lineBase;
    private int lineRange;
    private int opcodeBase;

    LineHeader(DwarfSections sections, Values values, LineFiles files) {
        this.sections = sections;
        this.values = values;
        this.files = files;
    }

    /**
     * Reads the header a cursor is at, behind its length, and moves to the program.
     *
     * @return what is wrong with the directories and files, if something is: rows can be read without all their names
     */
    Optional<MalformedBinaryException> read(Unit unit, int offsetBytes, ByteCursor at) {
        int version = at.u16();
        if (version < 2 || version > 5) {
            throw at.malformed(at.offset(), "is a line table of version " + version);
        }
        files.clear(version, Text.pathOrEmpty(unit.root().directory(), sections));
        if (version >= 5) {
            // Address and segment selector size: set_address says its own length.
            at.skip(2);
        }
        long headerLength = at.unsigned(offsetBytes);
        long program = at.offset() + headerLength;
        minimumLength = at.u8();
        mostOperations = version >= 4 ? Math.max(at.u8(), 1) : 1;
        // What is a statement doesn't matter here.
        at.skip(1);
        lineBase = (byte) at.u8();
        lineRange = at.u8();
        opcodeBase = at.u8();
        for (int opcode = 1; opcode < opcodeBase; opcode++) {
            operandCounts[opcode] = at.u8();
        }
        Optional<MalformedBinaryException> complaint = fileTables(unit, version, offsetBytes, at);
        at.seek(program);
        return complaint;
    }

    private Optional<MalformedBinaryException> fileTables(Unit unit, int version, int offsetBytes, ByteCursor at) {
        try {
            if (version >= 5) {
                Encoding encoding = new Encoding(version, unit.encoding().addressBytes(), offsetBytes);
                entries(unit, encoding, true, at);
                entries(unit, encoding, false, at);
            } else {
                oldEntries(at);
            }
            return Optional.empty();
        } catch (MalformedBinaryException e) {
            return Optional.of(e);
        }
    }

    private void oldEntries(ByteCursor at) {
        for (long name = at.skipString(); at.offset() - name > 1; name = at.skipString()) {
            files.addDirectory(Text.at(Text.LINE, name), at);
        }
        for (long name = at.skipString(); at.offset() - name > 1; name = at.skipString()) {
            oldFile(name, at);
        }
    }

    /** Reads the rest of a file in the form that programs can define files in too. */
    void oldFile(long name, ByteCursor at) {
        long directory = at.uleb();
        at.skipLeb();
        at.skipLeb();
        files.addFile(Text.at(Text.LINE, name), directory, at);
    }

    private void entries(Unit unit, Encoding encoding, boolean directories, ByteCursor at) {
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

    /** Opcodes from here on are special ones. */
    int opcodeBase() {
        return opcodeBase;
    }

    /** Operands of a standard opcode that nobody knows. */
    int operands(int opcode) {
        return operandCounts[opcode];
    }

    /** Lines that a special opcode advances. */
    int lines(int opcode) {
        return lineRange == 0 ? 0 : lineBase + (opcode - opcodeBase & 0xff) % lineRange;
    }

    /** Operations that a special opcode advances. */
    int operations(int opcode) {
        return lineRange == 0 ? 0 : (opcode - opcodeBase & 0xff) / lineRange;
    }

    /** Bytes of the shortest instruction. */
    int minimumLength() {
        return minimumLength;
    }

    /** Operations in an instruction; 1 on every Apple architecture. */
    int mostOperations() {
        return mostOperations;
    }
}
