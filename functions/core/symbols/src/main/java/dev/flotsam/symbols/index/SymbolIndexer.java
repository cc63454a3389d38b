package dev.flotsam.symbols.index;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.MappedFile;
import dev.flotsam.symbols.dwarf.Dwarf;
import dev.flotsam.symbols.dwarf.DwarfSections;
import dev.flotsam.symbols.gsym.GsymWriter;
import dev.flotsam.symbols.macho.MachOFile;
import dev.flotsam.symbols.macho.MachOImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes DWARF files. */
public final class SymbolIndexer {

    /**
     * Indexes every slice of a Mach-O file with DWARF into {@code directory}, each as {@link ImageId#fileName}. A file
     * there is replaced at once; a slice that can't be indexed leaves none.
     *
     * @return one result per slice, in the file's order; one without an image if the file's header is unreadable
     * @throws IOException if the file can't be read or a result can't be written: the storage's fault, not the file's
     */
    public List<IndexedImage> index(Path file, Path directory) throws IOException {
        try (MappedFile mapped = MappedFile.open(file)) {
            if (!isMachO(mapped)) {
                return List.of(new IndexedImage.NotDsym(Optional.empty(), "is no Mach-O file"));
            }
            List<MachOImage> images;
            try {
                images = MachOFile.read(mapped);
            } catch (MalformedBinaryException e) {
                return List.of(new IndexedImage.Malformed(Optional.empty(), e.getMessage()));
            }
            List<IndexedImage> results = new ArrayList<>();
            for (MachOImage image : images) {
                results.add(index(image, directory));
            }
            return List.copyOf(results);
        }
    }

    private static boolean isMachO(MappedFile file) {
        return file.size() >= 4 && MachOFile.isMagic(file.section("file", 0, 4).s32(0));
    }

    private static IndexedImage index(MachOImage image, Path directory) throws IOException {
        Optional<ImageId> id = image.id();
        try {
            DwarfSections sections = DwarfSections.of(image);
            if (sections.info().size() == 0 && image.fileType() != MachOImage.TYPE_DSYM) {
                return new IndexedImage.NotDsym(id, "is a Mach-O file without debug information: upload its dSYM");
            }
            if (id.isEmpty()) {
                return new IndexedImage.Malformed(id, "has no LC_UUID: no report could name it");
            }
            return index(image, id.get(), sections, directory);
        } catch (MalformedBinaryException e) {
            return new IndexedImage.Malformed(id, e.getMessage());
        }
    }

    private static IndexedImage index(MachOImage image, ImageId id, DwarfSections sections, Path directory)
            throws IOException {
        GsymWriter writer = new GsymWriter(id.uuid(), image.textAddress());
        Dwarf dwarf = new Dwarf(sections);
        FunctionEmitter emitter = new FunctionEmitter(dwarf, image, writer);
        Optional<String> damage = emitter.emit();
        if (writer.functionCount() == 0 && damage.isPresent()) {
            return new IndexedImage.Malformed(Optional.of(id), damage.get());
        }
        int functions = writer.functionCount();
        Path gsym = directory.resolve(id.fileName());
        long bytes = write(writer, gsym);
        return functions == 0
                ? new IndexedImage.NoFunctions(id, gsym, bytes)
                : new IndexedImage.Indexed(id, gsym, bytes, functions, dwarf.unitCount(), damage);
    }

    private static long write(GsymWriter writer, Path gsym) throws IOException {
        Path unfinished = gsym.resolveSibling(gsym.getFileName() + ".part");
        long bytes;
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            bytes = writer.writeTo(channel);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, gsym, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return bytes;
    }
}
