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

    private static final int TYPE = 0xff;
    private static final int ZERO_FILL = 0x01;
    private static final int LARGE_ZERO_FILL = 0x0c;

    /** Whether the section holds code. */
    public boolean isCode() {
        return (flags & (PURE_INSTRUCTIONS | SOME_INSTRUCTIONS)) != 0;
    }

    public long end() {
        return address + size;
    }

    /**
     * Where llvm-symbolizer takes the section to end when it looks how far symbols reach: it never lets a section be longer
     * than the file from the section's offset on, even in a dSYM, which has no bytes for code. A dSYM smaller than its
     * code (little of it has debug information) meets this.
     *
     * @param sliceSize bytes of the slice the section is in
     */
    long symbolEnd(long sliceSize) {
        int type = flags & TYPE;
        boolean hasBytes = type != ZERO_FILL && type != LARGE_ZERO_FILL;
        long most = Math.max(sliceSize - fileOffset, 0);
        return hasBytes && Long.compareUnsigned(size, most) > 0 ? address + most : end();
    }
}
