package dev.flotsam.symbols;

/**
 * DWARF 4 put together by hand for {@link MadeDsym}. Abbreviations: 1 compile unit, 2 function, 3 inlined call, 4 lexical
 * block, 5 function without code, 6 inlined call with a range list, 7 function with neither name nor children.
 */
public final class MadeDwarf {
    private static final int ADDR = 0x01;
    private static final int DATA4 = 0x06;
    private static final int STRING = 0x08;
    private static final int UDATA = 0x0f;
    private static final int REF4 = 0x13;
    private static final int SEC_OFFSET = 0x17;

    /** Bytes of a unit before its first entry. */
    public static final int UNIT_HEADER = 11;

    private final MadeBytes entries = new MadeBytes();

    /** The declarations. */
    public static byte[] abbreviations() {
        MadeBytes out = new MadeBytes();
        out.uleb(1).uleb(0x11).u8(1);
        out.uleb(0x10)
                .uleb(SEC_OFFSET)
                .uleb(0x11)
                .uleb(ADDR)
                .uleb(0x12)
                .uleb(DATA4)
                .u8(0, 0);
        out.uleb(2).uleb(0x2e).u8(1);
        out.uleb(0x03).uleb(STRING).uleb(0x11).uleb(ADDR).uleb(0x12).uleb(DATA4).u8(0, 0);
        out.uleb(3).uleb(0x1d).u8(1);
        out.uleb(0x31).uleb(REF4).uleb(0x11).uleb(ADDR).uleb(0x12).uleb(DATA4);
        out.uleb(0x58).uleb(UDATA).uleb(0x59).uleb(UDATA).u8(0, 0);
        out.uleb(4).uleb(0x0b).u8(1, 0, 0);
        out.uleb(5).uleb(0x2e).u8(0).uleb(0x31).uleb(REF4).u8(0, 0);
        out.uleb(6)
                .uleb(0x1d)
                .u8(0)
                .uleb(0x31)
                .uleb(REF4)
                .uleb(0x55)
                .uleb(SEC_OFFSET)
                .u8(0, 0);
        out.uleb(7)
                .uleb(0x2e)
                .u8(0)
                .uleb(0x11)
                .uleb(ADDR)
                .uleb(0x12)
                .uleb(DATA4)
                .u8(0, 0);
        return out.u8(0).toByteArray();
    }

    /** A line table of one file, {@code made.c} in {@code /src}, with a program. */
    public static byte[] lines(byte[] program) {
        return lines(program, "/src", "made.c");
    }

    /** A line table of one file with a program. */
    public static byte[] lines(byte[] program, String directory, String file) {
        MadeBytes tables = new MadeBytes();
        tables.text(directory).u8(0).text(file).u8(1, 0, 0, 0);
        MadeBytes header = new MadeBytes();
        header.u8(1, 1, 1)
                .u8(0xfb, 14, 13)
                .u8(0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1)
                .bytes(tables.toByteArray());
        return new MadeBytes()
                .u16(4)
                .u32(header.size())
                .bytes(header.toByteArray())
                .bytes(program)
                .withLength();
    }

    /** A program: line 10 from an offset on, one line more every 4 bytes, for a number of rows. */
    public static byte[] program(long offset, int rows) {
        MadeBytes out = new MadeBytes();
        out.u8(0).uleb(9).u8(2).u64(MadeDsym.TEXT + offset).u8(3).u8(9).u8(1);
        // Special opcode: address + 4, line + 1.
        out.repeat(13 + 14 * 4 + (1 + 5), rows - 1);
        return out.u8(2).uleb(4).u8(0, 1, 1).toByteArray();
    }

    /** Opens the unit's first entry. */
    public MadeDwarf unit(long low, long size) {
        entries.uleb(1).u32(0).u64(MadeDsym.TEXT + low).u32(size);
        return this;
    }

    public MadeDwarf function(String name, long low, long size) {
        entries.uleb(2).text(name).u64(MadeDsym.TEXT + low).u32(size);
        return this;
    }

    public MadeDwarf nameless(long low, long size) {
        entries.uleb(7).u64(MadeDsym.TEXT + low).u32(size);
        return this;
    }

    public MadeDwarf inlined(long origin, long low, long size, int callLine) {
        entries.uleb(3).u32(origin).u64(MadeDsym.TEXT + low).u32(size).uleb(1).uleb(callLine);
        return this;
    }

    public MadeDwarf block() {
        entries.uleb(4);
        return this;
    }

    /** A function that only refers to another entry, by its offset in the unit. */
    public MadeDwarf origin(long origin) {
        entries.uleb(5).u32(origin);
        return this;
    }

    public MadeDwarf rangesCall(long origin, long ranges) {
        entries.uleb(6).u32(origin).u32(ranges);
        return this;
    }

    /** Ends the children of the entry opened last. */
    public MadeDwarf end() {
        entries.u8(0);
        return this;
    }

    public MadeDwarf end(int times) {
        entries.repeat(0, times);
        return this;
    }

    /** Offset in the unit of the next entry. */
    public int next() {
        return UNIT_HEADER + entries.size();
    }

    public byte[] toUnit() {
        return new MadeBytes().u16(4).u32(0).u8(8).bytes(entries.toByteArray()).withLength();
    }

    /** A dSYM of one unit with one row of lines. */
    public MadeDsym toDsym() {
        return new MadeDsym()
                .section("__debug_abbrev", abbreviations())
                .section("__debug_info", toUnit())
                .section("__debug_line", lines(program(0, 8)));
    }
}
