package dev.flotsam.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A dSYM put together by hand: 64-bit, x86_64, {@code __TEXT} at 0x1000 with 64 kB of code, any DWARF sections. */
public final class MadeDsym {
    public static final UUID UUID_OF_ALL = new UUID(1, 2);
    public static final long TEXT = 0x1000;
    public static final int CODE_BYTES = 0x10000;
    private static final int HEADER = 32;
    private static final int SEGMENT = 72;
    private static final int SECTION = 80;

    private final Map<String, byte[]> sections = new LinkedHashMap<>();
    private final MadeBytes symbols = new MadeBytes();
    private final MadeBytes names = new MadeBytes().u8(0);
    private int symbolCount;

    /** Adds a {@code __DWARF} section; later ones of a name replace earlier ones. */
    public MadeDsym section(String name, byte[] content) {
        sections.put(name, content);
        return this;
    }

    /** Adds a symbol in the code section. */
    public MadeDsym symbol(String name, long offset) {
        symbols.u32(names.size()).u8(0x0e, 1).u16(0).u64(TEXT + offset);
        names.text(name);
        symbolCount++;
        return this;
    }

    public byte[] toByteArray() {
        int commands = SEGMENT + SECTION + SEGMENT + SECTION * sections.size() + 24 + 24;
        long at = (long) HEADER + commands;
        MadeBytes dwarf = new MadeBytes();
        MadeBytes contents = new MadeBytes();
        for (Map.Entry<String, byte[]> section : sections.entrySet()) {
            dwarf.field(16, section.getKey()).field(16, "__DWARF");
            dwarf.u64(0).u64(section.getValue().length).u32(at + contents.size());
            dwarf.u32(0).u32(0).u32(0).u32(0).u32(0).u32(0).u32(0);
            contents.bytes(section.getValue());
        }
        long symbolsAt = at + contents.size();
        MadeBytes file = new MadeBytes();
        file.u32(0xfeedfacfL)
                .u32(0x01000007)
                .u32(3)
                .u32(0xa)
                .u32(4)
                .u32(commands)
                .u32(0)
                .u32(0);
        segment(file, "__TEXT", TEXT, 1);
        file.field(16, "__text").field(16, "__TEXT").u64(TEXT).u64(CODE_BYTES).u32(0);
        file.u32(0).u32(0).u32(0).u32(0x80000400L).u32(0).u32(0).u32(0);
        segment(file, "__DWARF", 0, sections.size());
        file.bytes(dwarf.toByteArray());
        file.u32(0x2)
                .u32(24)
                .u32(symbolsAt)
                .u32(symbolCount)
                .u32(symbolsAt + symbols.size())
                .u32(names.size());
        file.u32(0x1b).u32(24).u64(Long.reverseBytes(1)).u64(Long.reverseBytes(2));
        file.bytes(contents.toByteArray()).bytes(symbols.toByteArray()).bytes(names.toByteArray());
        return file.toByteArray();
    }

    private static void segment(MadeBytes file, String name, long address, int sectionCount) {
        file.u32(0x19).u32(SEGMENT + (long) SECTION * sectionCount).field(16, name);
        file.u64(address)
                .u64(CODE_BYTES)
                .u64(0)
                .u64(0)
                .u32(5)
                .u32(5)
                .u32(sectionCount)
                .u32(0);
    }

    public Path write(Path directory) throws IOException {
        return Files.write(directory.resolve("made"), toByteArray());
    }
}
