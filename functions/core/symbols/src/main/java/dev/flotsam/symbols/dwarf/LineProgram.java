package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.ByteCursor;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import java.util.Optional;

/** Runs the line-number program of a unit (DWARF 5, section 6.2) into a {@link LineTable} and {@link LineFiles}. */
final class LineProgram {
    private static final int SET_COLUMN = 5;
    private static final int NEGATE_STATEMENT = 6;
    private static final int SET_BASIC_BLOCK = 7;
    private static final int SET_PROLOGUE_END = 10;
    private static final int SET_EPILOGUE_BEGIN = 11;
    private static final int SET_ISA = 12;

    private final DwarfSections sections;
    private final LineTable table = new LineTable();
    private final LineFiles files;
    private final LineHeader header;
    private final ByteCursor at = new ByteCursor(".debug_line");
    private long rowsLeft = Limits.LINE_ROWS;
    private long bytesLeft = Limits.LINE_BYTES_READ;
    private int operation;

    LineProgram(DwarfSections sections, Values values) {
        this.sections = sections;
        this.files = new LineFiles(sections);
        this.header = new LineHeader(sections, values, files);
    }

    LineTable table() {
        return table;
    }

    LineFiles files() {
        return files;
    }

    /** Reads the unit's line table; leaves both results empty if it has none. Where it is broken, what came before counts. */
    void run(Unit unit) {
        table.clear();
        files.clear(unit.encoding().version(), Text.pathOrEmpty(unit.root().directory(), sections));
        long offset = unit.root().lines();
        if (offset < 0) {
            return;
        }
        Section section = sections.line();
        boolean wide = section.u32(offset) == 0xffff_ffffL;
        long length = wide ? section.u64(offset + 4) : section.u32(offset);
        Optional<MalformedBinaryException> tooLong = load(offset + (wide ? 12 : 4), length);
        Optional<MalformedBinaryException> complaint = header.read(unit, wide ? 8 : 4, at);
        try {
            rows();
        } finally {
            table.finish();
        }
        complaint.or(() -> tooLong).ifPresent(reason -> {
            throw reason;
        });
    }

    /** Loads what there is of a table; answers with a complaint if it claims more. */
    private Optional<MalformedBinaryException> load(long start, long length) {
        long rest = sections.line().size() - start;
        boolean fits = length >= 0 && length <= rest;
        bytesLeft -= fits ? length : rest;
        if (bytesLeft < 0) {
            throw at.malformed(start, "brings the image over " + Limits.LINE_BYTES_READ + " bytes of line tables");
        }
        at.load(sections.line(), start, fits ? length : rest);
        return fits
                ? Optional.empty()
                : Optional.of(at.malformed(start, "claims " + Long.toUnsignedString(length) + " bytes"));
    }

    private void rows() {
        long text = sections.textAddress();
        int opcodeBase = header.opcodeBase();
        long address = -text;
        long file = 1;
        int line = 1;
        boolean removed = false;
        operation = 0;
        while (at.hasMore()) {
            int opcode = at.u8();
            if (opcode >= opcodeBase && opcode > 0) {
                address += advance(header.operations(opcode));
                line += header.lines(opcode);
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
                            table.endSequence(!removed);
                            address = -text;
                            file = 1;
                            line = 1;
                            operation = 0;
                        }
                        case 2 -> {
                            int bytes = (int) Math.min(length - 1, 9);
                            if (Integer.bitCount(bytes) == 1) {
                                long absolute = at.unsigned(bytes);
                                removed = absolute == -1L >>> (64 - 8 * bytes);
                                address = absolute - text;
                                operation = 0;
                            }
                        }
                        case 3 -> header.oldFile(at.skipString(), at);
                        default -> {
                            // Discriminators and vendors' own.
                        }
                    }
                    at.seek(next);
                }
                case 1 -> row(address, file, line, removed);
                case 2 -> address += advance(at.uleb());
                case 3 -> line += (int) at.sleb();
                case 4 -> file = at.uleb();
                case 8 -> address += advance(header.operations(255));
                case 9 -> {
                    address += at.u16();
                    operation = 0;
                }
                case SET_COLUMN, SET_ISA -> at.skipLeb();
                case NEGATE_STATEMENT, SET_BASIC_BLOCK, SET_PROLOGUE_END, SET_EPILOGUE_BEGIN -> {
                    // No operands.
                }
                default -> {
                    for (int i = 0; i < header.operands(opcode); i++) {
                        at.skipLeb();
                    }
                }
            }
        }
    }

    /** Bytes that a number of operations advances. */
    private long advance(long operations) {
        if (header.mostOperations() == 1) {
            return operations * header.minimumLength();
        }
        long all = operation + operations;
        operation = (int) Long.remainderUnsigned(all, header.mostOperations());
        return Long.divideUnsigned(all, header.mostOperations()) * header.minimumLength();
    }

    private void row(long address, long file, int line, boolean removed) {
        if (removed) {
            return;
        }
        if (--rowsLeft < 0) {
            throw at.malformed(at.offset(), "brings the image over " + Limits.LINE_ROWS + " rows");
        }
        if (table.rowCount() == Limits.LINE_ROWS_OF_UNIT) {
            throw at.malformed(at.offset(), "has over " + Limits.LINE_ROWS_OF_UNIT + " rows");
        }
        table.addRow(address, file, line);
    }
}
