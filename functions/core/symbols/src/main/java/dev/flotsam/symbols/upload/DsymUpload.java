package dev.flotsam.symbols.upload;

import dev.flotsam.symbols.bitcode.SymbolMaps;
import dev.flotsam.symbols.macho.MachOFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Reads uploads. */
public final class DsymUpload {
    private static final int ZIP = 0x504b0304;
    private static final int EMPTY_ZIP = 0x504b0506;
    private static final int XAR = 0x78617221;
    private static final int GZIP = 0x1f8b;
    private static final int BZIP2 = 0x425a;
    private static final int XZ = 0xfd37;

    private final UploadLimits limits;

    public DsymUpload(UploadLimits limits) {
        this.limits = limits;
    }

    /**
     * Hands every DWARF file of an upload to a visitor.
     *
     * @param upload a file of any kind, or a directory
     * @param scratch an existing directory for entries of archives; what is put there is deleted again
     * @throws IOException if reading the upload's bytes or writing scratch files fails, or the visitor threw it
     */
    public UploadOutcome read(Path upload, Path scratch, DwarfVisitor visitor) throws IOException {
        if (Files.isDirectory(upload)) {
            return new BundleDirectory(limits).read(upload, visitor);
        }
        long size = Files.size(upload);
        int magic = magic(upload);
        if (magic == ZIP) {
            try {
                return new BundleZip(limits).read(upload, scratch, visitor);
            } catch (ZipException e) {
                return new UploadOutcome.Refused("is a broken zip: " + e.getMessage());
            }
        }
        if (MachOFile.isMagic(magic)) {
            if (size > limits.bytes()) {
                return new UploadOutcome.Refused("is of " + size + " bytes, over " + limits.bytes());
            }
            visitor.visit(String.valueOf(upload.getFileName()), upload, SymbolMaps.NONE);
            return new UploadOutcome.Read(1);
        }
        return new UploadOutcome.Refused(notDsym(magic, size));
    }

    private static String notDsym(int magic, long size) {
        if (size == 0) {
            return "is empty";
        }
        return switch (magic) {
            case EMPTY_ZIP -> "is an empty zip";
            case XAR -> "is a xar archive (an installer package): upload the dSYM or a zip of it";
            default ->
                switch (magic >>> 16) {
                    case GZIP, BZIP2, XZ -> "is an archive other than zip: upload a zip of the dSYM";
                    default -> "is neither a zip nor a Mach-O file";
                };
        };
    }

    /** The first four bytes as a big-endian number; missing ones are zero. */
    static int magic(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return magic(in.readNBytes(4));
        }
    }

    static int magic(byte[] start) {
        return ByteBuffer.allocate(4).put(start).rewind().getInt();
    }
}
