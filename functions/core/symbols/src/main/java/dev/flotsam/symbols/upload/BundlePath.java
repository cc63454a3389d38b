package dev.flotsam.symbols.upload;

import java.util.Locale;

/** What a path inside an upload says about the file there. */
final class BundlePath {
    private static final String DWARF_FOLDER = ".dsym/contents/resources/dwarf/";

    private BundlePath() {}

    /** Whether it is where a dSYM bundle keeps its DWARF file. */
    static boolean isInDsym(String path) {
        String name = path.replace('\\', '/').toLowerCase(Locale.ROOT);
        int folder = name.lastIndexOf(DWARF_FOLDER);
        return folder >= 0 && name.indexOf('/', folder + DWARF_FOLDER.length()) < 0 && !isDecoration(path);
    }

    /** Whether Finder put it there: AppleDouble files and folder settings. */
    static boolean isDecoration(String path) {
        String base = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("__MACOSX/") || path.contains("/__MACOSX/") || base.startsWith(".") || base.isEmpty();
    }
}
