package dev.flotsam.symbols.macho;

import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.MappedFile;
import dev.flotsam.symbols.binary.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One slice: what its header and load commands say, and its sections' bytes on demand. */
public final class MachOImage {
    /** Mach-O's file type of a dSYM's companion file. */
    public static final int TYPE_DSYM = 0xa;

    private static final int SEGMENT = 0x1;
    private static final int SYMTAB = 0x2;
    private static final int SEGMENT_64 = 0x19;
    private static final int UUID_COMMAND = 0x1b;
    private static final String HEADER = "Mach-O header";

    private final MappedFile file;
    private final long start;
    private final long size;
    private final boolean wide;
    private final Arch arch;
    private final int fileType;
    private final List<MachOSection> sections = new ArrayList<>();
    private Optional<UUID> uuid = Optional.empty();
    private long textAddress;
    private boolean hasText;
    private Optional<SymbolTable.Location> symbols = Optional.empty();

    private MachOImage(MappedFile file, long start, long size, boolean wide, Arch arch, int fileType) {
        this.file = file;
        this.start = start;
        this.size = size;
        this.wide = wide;
        this.arch = arch;
        this.fileType = fileType;
    }

    static MachOImage read(MappedFile file, long start, long size) {
        Section fixed = file.section(HEADER, start, Math.min(size, 32));
        int magic = fixed.s32(0);
        if (magic != MachOFile.MAGIC_32 && magic != MachOFile.MAGIC_64) {
            throw new MalformedBinaryException(HEADER, 0, "is a slice with magic 0x" + Integer.toHexString(magic));
        }
        boolean wide = magic == MachOFile.MAGIC_64;
        int headerBytes = wide ? 32 : 28;
        fixed.check(0, headerBytes);
        MachOImage image = new MachOImage(file, start, size, wide, Arch.of(fixed.s32(4), fixed.s32(8)), fixed.s32(12));
        image.readCommands(image.part(HEADER, headerBytes, fixed.u32(20)), fixed.u32(16));
        return image;
    }

    private void readCommands(Section commands, long count) {
        if (count > Limits.LOAD_COMMANDS) {
            throw new MalformedBinaryException(HEADER, 16, "claims " + count + " load commands");
        }
        long at = 0;
        for (long i = 0; i < count; i++) {
            long length = commands.u32(at + 4);
            if (length < 8) {
                throw new MalformedBinaryException(HEADER, at, "has a load command of " + length + " bytes");
            }
            Section command = commands.slice(at, length);
            switch (command.s32(0)) {
                case SEGMENT -> readSegment(command, 4);
                case SEGMENT_64 -> readSegment(command, 8);
                case UUID_COMMAND ->
                    uuid = Optional.of(new UUID(Long.reverseBytes(command.u64(8)), Long.reverseBytes(command.u64(16))));
                case SYMTAB ->
                    symbols = Optional.of(new SymbolTable.Location(
                            command.u32(8), command.u32(12), command.u32(16), command.u32(20)));
                default -> {
                    // Says nothing about symbols.
                }
            }
            at += length;
        }
    }

    private void readSegment(Section command, int word) {
        String segment = name(command, 8);
        if (segment.equals("__TEXT") && !hasText) {
            hasText = true;
            textAddress = command.word(24, word);
        }
        // A file cut short is told by this even where only bytes that aren't read are missing.
        part(segment, command.word(24 + 2 * word, word), command.word(24 + 3 * word, word));
        // segment_command: 24 bytes, four words, maxprot, initprot, nsects, flags; then the sections.
        int fixed = 24 + 4 * word;
        long count = command.u32(fixed + 8);
        int sectionBytes = word == 8 ? 80 : 68;
        if (count > Limits.SECTIONS - sections.size()) {
            throw new MalformedBinaryException(HEADER, 0, "has " + count + " more sections in " + segment);
        }
        for (int i = 0; i < count; i++) {
            int at = fixed + 16 + i * sectionBytes;
            int rest = at + 32 + 2 * word;
            command.check(at, sectionBytes);
            sections.add(new MachOSection(
                    name(command, at + 16),
                    name(command, at),
                    command.word(at + 32, word),
                    command.word(at + 32 + word, word),
                    command.u32(rest),
                    command.s32(rest + 16)));
        }
    }

    private static String name(Section from, int offset) {
        byte[] bytes = new byte[16];
        from.copy(offset, bytes, 0, 16);
        int length = 0;
        while (length < 16 && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** UUID and architecture, if the image has a UUID: without one nothing can be matched to it. */
    public Optional<ImageId> id() {
        return uuid.map(value -> new ImageId(value, arch));
    }

    public Arch arch() {
        return arch;
    }

    public int fileType() {
        return fileType;
    }

    /** Where {@code __TEXT} was linked to; offsets in reports count from there. */
    public long textAddress() {
        return textAddress;
    }

    /** All sections in order: {@code n_sect} of a symbol is 1 for the first. */
    public List<MachOSection> sections() {
        return List.copyOf(sections);
    }

    /** The bytes of a {@code __DWARF} section; empty if there is none of that name. */
    public Section dwarf(String name) {
        String cut = name.length() > 16 ? name.substring(0, 16) : name;
        for (MachOSection section : sections) {
            if (section.segment().equals("__DWARF") && section.name().equals(cut)) {
                return part(name, section.fileOffset(), section.size());
            }
        }
        return part(name, 0, 0);
    }

    /** The symbol table, empty if the image has none. */
    public SymbolTable symbols() {
        return symbols.map(location -> SymbolTable.read(this, location, wide))
                .orElseGet(() -> SymbolTable.none(part("symbol names", 0, 0)));
    }

    /** Bytes of this slice. */
    long size() {
        return size;
    }

    /** Some bytes of this slice. */
    Section part(String name, long offset, long length) {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new MalformedBinaryException(
                    name, offset, "claims " + Long.toUnsignedString(length) + " bytes of a slice of " + size);
        }
        return file.section(name, start + offset, length);
    }
}
