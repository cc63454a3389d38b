package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.ByteCursor;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.util.Arrays;
import java.util.Optional;

/** Directories and files of one line table, and the paths they make with the unit's directory. */
public final class LineFiles {
    private final DwarfSections sections;
    private long[] directories = new long[64];
    private int directoryCount;
    private long[] names = new long[64];
    private long[] directoryOf = new long[64];
    private int fileCount;
    private int version;
    private String compilationDirectory = "";

    LineFiles(DwarfSections sections) {
        this.sections = sections;
    }

    void clear(int lineVersion, String directory) {
        version = lineVersion;
        compilationDirectory = directory;
        directoryCount = 0;
        fileCount = 0;
    }

    void addDirectory(long name, ByteCursor at) {
        if (directoryCount == directories.length) {
            directories = Arrays.copyOf(directories, grown(directoryCount, at));
        }
        directories[directoryCount++] = name;
    }

    void addFile(long name, long directory, ByteCursor at) {
        if (fileCount == names.length) {
            names = Arrays.copyOf(names, grown(fileCount, at));
            directoryOf = Arrays.copyOf(directoryOf, names.length);
        }
        names[fileCount] = name;
        directoryOf[fileCount++] = directory;
    }

    private static int grown(int count, ByteCursor at) {
        if (count >= Limits.LINE_FILES) {
            throw at.malformed(at.offset(), "lists over " + count + " files");
        }
        return 2 * count;
    }

    /** The path of a file index as llvm-symbolizer puts it together; empty if there is no such file or it is absurd. */
    public Optional<String> path(long index) {
        try {
            return read(index);
        } catch (MalformedBinaryException e) {
            return Optional.empty();
        }
    }

    private Optional<String> read(long index) {
        // DWARF 5 counts from 0, before it from 1.
        long slot = version >= 5 ? index : index - 1;
        if (slot < 0 || slot >= fileCount || names[(int) slot] == Text.NONE) {
            return Optional.empty();
        }
        String name = Text.path(names[(int) slot], sections);
        if (SourcePaths.isAbsolute(name)) {
            return Optional.of(name);
        }
        long directory = version >= 5 ? directoryOf[(int) slot] : directoryOf[(int) slot] - 1;
        String include = directory >= 0 && directory < directoryCount
                ? Text.pathOrEmpty(directories[(int) directory], sections)
                : "";
        boolean fromCompilation = (version < 5 || directory != 0) && !SourcePaths.isAbsolute(include);
        String folder = SourcePaths.append(fromCompilation ? compilationDirectory : "", include);
        return Optional.of(SourcePaths.append(folder, name));
    }
}
