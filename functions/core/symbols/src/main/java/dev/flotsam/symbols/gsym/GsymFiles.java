package dev.flotsam.symbols.gsym;

import java.util.HashMap;
import java.util.Map;

/** The file table: directory and base name of each source path, as string offsets. Index 0 is "no file". */
public final class GsymFiles {
    private static final int UNUSED = 0;

    private final GsymStrings strings;
    private final Map<String, Integer> byPath = new HashMap<>();
    private final GrowingBytes entries = new GrowingBytes(1 << 12);
    private int count;
    private int unknown = UNUSED;

    GsymFiles(GsymStrings strings) {
        this.strings = strings;
        put(0, 0);
    }

    /** Index of a path. */
    public int add(String path) {
        return byPath.computeIfAbsent(path, this::put);
    }

    /**
     * Index of an entry whose strings are empty without being missing: rows and calls need one where an address has no
     * file, because readers take index 0 for "no row" and "no call".
     */
    public int unknown() {
        if (unknown == UNUSED) {
            unknown = put(GsymStrings.EMPTY, 0);
        }
        return unknown;
    }

    private int put(String path) {
        int slash = path.lastIndexOf('/');
        String directory = path.substring(0, Math.max(slash, 0));
        String base = path.substring(slash + 1);
        // What readers wouldn't join to the same path stays whole.
        return directory.isEmpty() || base.isEmpty() || GsymFormat.separator(directory) != '/'
                ? put(0, strings.add(path))
                : put(strings.add(directory), strings.add(base));
    }

    private int put(int directory, int base) {
        entries.u32(directory);
        entries.u32(base);
        return count++;
    }

    int count() {
        return count;
    }

    GrowingBytes entries() {
        return entries;
    }
}
