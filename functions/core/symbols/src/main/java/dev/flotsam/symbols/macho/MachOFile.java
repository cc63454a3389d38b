package dev.flotsam.symbols.macho;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.MappedFile;
import dev.flotsam.symbols.binary.Section;
import java.util.ArrayList;
import java.util.List;

/** Finds the slices of a thin or fat Mach-O file. */
public final class MachOFile {
    static final int MAGIC_32 = 0xfeedface;
    static final int MAGIC_64 = 0xfeedfacf;
    private static final int MAGIC_32_SWAPPED = 0xcefaedfe;
    private static final int MAGIC_64_SWAPPED = 0xcffaedfe;
    private static final int FAT = 0xcafebabe;
    private static final int FAT_64 = 0xcafebabf;
    private static final int FAT_SWAPPED = 0xbebafeca;
    private static final int FAT_64_SWAPPED = 0xbfbafeca;
    private static final int FAT_HEADER_BYTES = 8;

    private MachOFile() {}

    /** Whether a file that starts with these four bytes, read as a big-endian number, can be a Mach-O. */
    public static boolean isMagic(int bigEndian) {
        return switch (bigEndian) {
            case MAGIC_32, MAGIC_64, MAGIC_32_SWAPPED, MAGIC_64_SWAPPED, FAT, FAT_64, FAT_SWAPPED, FAT_64_SWAPPED ->
                true;
            default -> false;
        };
    }

    /**
     * The images of a file, in its order. They read from the mapping: keep it open.
     *
     * @throws MalformedBinaryException if the file is no Mach-O or contradicts itself
     */
    public static List<MachOImage> read(MappedFile file) {
        Section start = file.section("Mach-O", 0, Math.min(file.size(), 4));
        return switch (start.size() < 4 ? 0 : start.s32(0)) {
            case MAGIC_32, MAGIC_64 -> List.of(MachOImage.read(file, 0, file.size()));
            case MAGIC_32_SWAPPED, MAGIC_64_SWAPPED ->
                throw new MalformedBinaryException("Mach-O", 0, "is big-endian (PowerPC), which is not read");
            // The header's bytes were read as little-endian here: a swapped value is the usual, big-endian one.
            case FAT_SWAPPED -> slices(file, true, 4);
            case FAT_64_SWAPPED -> slices(file, true, 8);
            case FAT -> slices(file, false, 4);
            case FAT_64 -> slices(file, false, 8);
            default -> throw new MalformedBinaryException("Mach-O", 0, "does not start with a Mach-O magic");
        };
    }

    private static List<MachOImage> slices(MappedFile file, boolean bigEndian, int wordBytes) {
        Section header = file.section("fat header", 0, Math.min(file.size(), FAT_HEADER_BYTES));
        long count = number(header, 4, 4, bigEndian);
        if (count == 0 || count > Limits.FAT_SLICES) {
            throw new MalformedBinaryException("fat header", 4, "claims " + count + " slices");
        }
        // fat_arch: cputype, cpusubtype, offset, size, align; fat_arch_64 widens offset and size and adds a reserved
        // word.
        int entryBytes = wordBytes == 4 ? 20 : 32;
        Section entries = file.section("fat header", FAT_HEADER_BYTES, count * entryBytes);
        List<MachOImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int entry = i * entryBytes;
            long offset = number(entries, entry + 8, wordBytes, bigEndian);
            long size = number(entries, entry + 8 + wordBytes, wordBytes, bigEndian);
            if (offset < 0 || size < 0 || offset > file.size() - size) {
                throw new MalformedBinaryException(
                        "fat header", FAT_HEADER_BYTES + entry, "places slice " + i + " outside the file");
            }
            images.add(MachOImage.read(file, offset, size));
        }
        return List.copyOf(images);
    }

    private static long number(Section from, int offset, int bytes, boolean bigEndian) {
        long value = from.word(offset, bytes);
        if (!bigEndian) {
            return value;
        }
        return bytes == 8 ? Long.reverseBytes(value) : Integer.reverseBytes((int) value) & 0xffff_ffffL;
    }
}
