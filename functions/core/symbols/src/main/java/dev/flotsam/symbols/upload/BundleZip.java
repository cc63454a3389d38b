package dev.flotsam.symbols.upload;

import dev.flotsam.symbols.macho.MachOFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Streams DWARF files out of a zip, one at a time. */
final class BundleZip {
    private static final int BUFFER_BYTES = 1 << 16;
    /** Below this, a high ratio is a small file full of zeros. */
    private static final long RATIO_COUNTS_FROM = 1 << 20;

    private final UploadLimits limits;
    private long bytesLeft;

    BundleZip(UploadLimits limits) {
        this.limits = limits;
        this.bytesLeft = limits.bytes();
    }

    UploadOutcome read(Path zip, Path scratch, DwarfVisitor visitor) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            if (archive.size() > limits.entries()) {
                return new UploadOutcome.Refused("has " + archive.size() + " entries, over " + limits.entries());
            }
            List<? extends ZipEntry> entries = archive.stream()
                    .filter(entry -> !entry.isDirectory() && !BundlePath.isDecoration(entry.getName()))
                    .toList();
            List<? extends ZipEntry> inDsyms = entries.stream()
                    .filter(entry -> BundlePath.isInDsym(entry.getName()))
                    .toList();
            BundleMaps maps = new BundleMaps();
            entries.forEach(entry -> maps.offer(entry.getName(), () -> archive.getInputStream(entry)));
            int files = 0;
            for (ZipEntry entry : inDsyms.isEmpty() ? entries : inDsyms) {
                Path file = scratch.resolve("entry-" + files);
                try {
                    Optional<String> problem = extract(archive, entry, file);
                    if (problem.isPresent()) {
                        return stopped(files, shown(entry) + " " + problem.get());
                    }
                    if (Files.exists(file)) {
                        if (files == limits.files()) {
                            return stopped(files, "holds over " + limits.files() + " Mach-O files");
                        }
                        visitor.visit(entry.getName(), file, maps);
                        files++;
                    }
                } finally {
                    Files.deleteIfExists(file);
                }
            }
            return files == 0
                    ? new UploadOutcome.Refused("is a zip without a Mach-O file")
                    : new UploadOutcome.Read(files);
        }
    }

    /** Extracts an entry if it is a Mach-O file; answers what is wrong with it, if something is. */
    private Optional<String> extract(ZipFile archive, ZipEntry entry, Path file) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] start = in.readNBytes(4);
            if (!MachOFile.isMagic(DsymUpload.magic(start))) {
                return Optional.empty();
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(start);
                CRC32 checksum = new CRC32();
                checksum.update(start);
                Optional<String> problem = copy(in, out, checksum, entry.getCompressedSize());
                // ZipFile itself leaves the checksum unread.
                return problem.isEmpty() && checksum.getValue() != entry.getCrc()
                        ? Optional.of("is broken: its checksum differs")
                        : problem;
            }
        } catch (ZipException e) {
            return Optional.of("is broken: " + e.getMessage());
        }
    }

    private Optional<String> copy(InputStream in, OutputStream out, CRC32 checksum, long compressed)
            throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long written = 4;
        bytesLeft -= written;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            written += count;
            bytesLeft -= count;
            if (bytesLeft < 0) {
                return Optional.of("brings the upload over " + limits.bytes() + " bytes");
            }
            if (written > RATIO_COUNTS_FROM && written / limits.ratio() > compressed) {
                return Optional.of("is compressed over " + limits.ratio() + " to 1");
            }
            checksum.update(buffer, 0, count);
            out.write(buffer, 0, count);
        }
        return Optional.empty();
    }

    private static UploadOutcome stopped(int files, String reason) {
        return files == 0 ? new UploadOutcome.Refused(reason) : new UploadOutcome.Stopped(files, reason);
    }

    /** An entry's name as a message can carry it. */
    private static String shown(ZipEntry entry) {
        String name = entry.getName();
        String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > 120 ? "…" + printable.substring(printable.length() - 120) : printable;
    }
}
