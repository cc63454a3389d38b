package dev.flotsam.symbols.macho;

/**
 * One section as its header describes it.
 *
 * @param segment segment name, such as {@code __DWARF}
 * @param name section name, cut at 16 bytes by the format: {@code __debug_str_offs}
 * @param address virtual address
 * @param size bytes
 * @param fileOffset where its bytes are, from the start of the slice; meaningless in a dSYM unless the segment is
 *     {@code __DWARF}
 * @param flags type and attributes
 */
public record MachOSection(String segment, String name, long address, long size, long fileOffset, int flags) {
    private static final int PURE_INSTRUCTIONS = 0x8000_0000;
    private static final int SOME_INSTRUCTIONS = 0x0000_0400;

    /** Whether the section holds code. */
    public boolean isCode() {
        return (flags & (PURE_INSTRUCTIONS | SOME_INSTRUCTIONS)) != 0;
    }

    public long end() {
        return address + size;
    }
}
