package dev.flotsam.symbols.upload;

import dev.flotsam.symbols.macho.MachOFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds DWARF files in a directory. Links are not followed. */
final class BundleDirectory {
    private static final int DEPTH = 32;

    private final UploadLimits limits;

    BundleDirectory(UploadLimits limits) {
        this.limits = limits;
    }

    UploadOutcome read(Path directory, DwarfVisitor visitor) throws IOException {
        List<Path> inDsyms = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        BundleMaps maps = new BundleMaps();
        int seen = 0;
        try (Stream<Path> paths = Files.walk(directory, DEPTH)) {
            for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
                if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                if (++seen > limits.entries()) {
                    return new UploadOutcome.Refused("has over " + limits.entries() + " files");
                }
                String name = path.toAbsolutePath().normalize().toString();
                maps.offer(name, () -> Files.newInputStream(path));
                if (BundlePath.isInDsym(name)) {
                    inDsyms.add(path);
                } else if (!BundlePath.isDecoration(name)) {
                    others.add(path);
                }
            }
        }
        return visit(directory, inDsyms.isEmpty() ? others : inDsyms, maps, visitor);
    }

    private UploadOutcome visit(Path directory, List<Path> candidates, BundleMaps maps, DwarfVisitor visitor)
            throws IOException {
        long bytes = 0;
        int files = 0;
        for (Path path : candidates) {
            if (!MachOFile.isMagic(DsymUpload.magic(path))) {
                continue;
            }
            bytes += Files.size(path);
            if (bytes > limits.bytes() || files == limits.files()) {
                return new UploadOutcome.Stopped(
                        files, "is over " + limits.bytes() + " bytes or " + limits.files() + " files");
            }
            visitor.visit(directory.relativize(path).toString(), path, maps);
            files++;
        }
        return files == 0
                ? new UploadOutcome.Refused("is a directory without a Mach-O file")
                : new UploadOutcome.Read(files);
    }
}
