package dev.flotsam.symbols.upload;

import dev.flotsam.symbols.ImageId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What a path inside an upload says about the file there. */
final class BundlePath {
    private static final String DWARF_FOLDER = ".dsym/contents/resources/dwarf/";

    private static final String SYMBOL_MAP = ".bcsymbolmap";
    private static final String MAPPING = ".plist";

    private BundlePath() {}

    /** Whether it is where a dSYM bundle keeps its DWARF file. */
    static boolean isInDsym(String path) {
        String name = path.replace('\\', '/').toLowerCase(Locale.ROOT);
        int folder = name.lastIndexOf(DWARF_FOLDER);
        return folder >= 0 && name.indexOf('/', folder + DWARF_FOLDER.length()) < 0 && !isDecoration(path);
    }

    /** Whether it is a BCSymbolMap file, named after the UUID of the build it belongs to. */
    static boolean isSymbolMap(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(SYMBOL_MAP) && !isDecoration(path);
    }

    /** Whether it may be the file in a dSYM that names the build its symbol map belongs to. */
    static boolean isMapping(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(MAPPING) && !isDecoration(path);
    }

    /** The UUID that a symbol map or a mapping is named after. */
    static Optional<UUID> uuid(String path) {
        String base = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        int dot = base.lastIndexOf('.');
        return ImageId.parseUuid(dot < 0 ? base : base.substring(0, dot));
    }

    /** Whether Finder put it there: AppleDouble files and folder settings. */
    static boolean isDecoration(String path) {
        String base = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("__MACOSX/") || path.contains("/__MACOSX/") || base.startsWith(".") || base.isEmpty();
    }
}
