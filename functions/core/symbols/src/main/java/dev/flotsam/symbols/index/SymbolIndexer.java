package dev.flotsam.symbols.index;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.MappedFile;
import dev.flotsam.symbols.bitcode.BitcodeSymbolMap;
import dev.flotsam.symbols.bitcode.MapReading;
import dev.flotsam.symbols.bitcode.SymbolMaps;
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

    /** As {@link #index(Path, Path, SymbolMaps)}, without symbol maps. */
    public List<IndexedImage> index(Path file, Path directory) throws IOException {
        return index(file, directory, SymbolMaps.NONE);
    }

    /**
     * Indexes every slice of a Mach-O file with DWARF into {@code directory}, each as {@link ImageId#fileName}. A file
     * there is replaced at once; a slice that can't be indexed leaves none.
     *
     * @param maps give names back that bitcode hid
     * @return one result per slice, in the file's order; one without an image if the file's header is unreadable
     * @throws IOException if the file can't be read or a result can't be written: the storage's fault, not the file's
     */
    public List<IndexedImage> index(Path file, Path directory, SymbolMaps maps) throws IOException {
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
                results.add(index(image, directory, maps));
            }
            return List.copyOf(results);
        }
    }

    private static boolean isMachO(MappedFile file) {
        return file.size() >= 4 && MachOFile.isMagic(file.section("file", 0, 4).s32(0));
    }

    private static IndexedImage index(MachOImage image, Path directory, SymbolMaps maps) throws IOException {
        Optional<ImageId> id = image.id();
        try {
            DwarfSections sections = DwarfSections.of(image);
            if (sections.info().size() == 0 && image.fileType() != MachOImage.TYPE_DSYM) {
                return new IndexedImage.NotDsym(id, "is a Mach-O file without debug information: upload its dSYM");
            }
            if (id.isEmpty()) {
                return new IndexedImage.Malformed(id, "has no LC_UUID: no report could name it");
            }
            return index(image, id.get(), sections, directory, maps);
        } catch (MalformedBinaryException e) {
            return new IndexedImage.Malformed(id, e.getMessage());
        }
    }

    private static IndexedImage index(
            MachOImage image, ImageId id, DwarfSections sections, Path directory, SymbolMaps maps) throws IOException {
        GsymDraft plain = GsymDraft.of(image, id, sections, new HiddenNames(Optional.empty()));
        if (plain.hidden().left() == 0) {
            return finish(id, plain, plain.damage(), directory);
        }
        MapReading found = maps.of(id.uuid());
        if (!(found instanceof MapReading.Read(BitcodeSymbolMap map))) {
            return finish(id, plain, plain.damage().or(() -> plain.hidden().remark(found)), directory);
        }
        GsymDraft revealed = GsymDraft.of(image, id, sections, new HiddenNames(Optional.of(map)));
        GsymDraft better = revealed.hidden().isOfAnotherBuild() ? plain : revealed;
        return finish(id, better, better.damage().or(() -> revealed.hidden().remark(found)), directory);
    }

    private static IndexedImage finish(ImageId id, GsymDraft draft, Optional<String> remark, Path directory)
            throws IOException {
        int functions = draft.writer().functionCount();
        if (functions == 0 && draft.damage().isPresent()) {
            return new IndexedImage.Malformed(Optional.of(id), draft.damage().get());
        }
        Path gsym = directory.resolve(id.fileName());
        long bytes = write(draft.writer(), gsym);
        return functions == 0
                ? new IndexedImage.NoFunctions(id, gsym, bytes)
                : new IndexedImage.Indexed(id, gsym, bytes, functions, draft.units(), remark);
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
