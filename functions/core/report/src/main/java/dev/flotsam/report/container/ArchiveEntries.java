package dev.flotsam.report.container;

import dev.flotsam.report.ReadResult.SymbolKind;

/** Tells an archive's entries apart by their names: reports, symbols, and what file managers leave behind. */
final class ArchiveEntries {
    enum Role {
        REPORT,
        FIRST_SYMBOLS,
        SKIPPED
    }

    private final String container;
    private int number;
    private SymbolKind symbols;

    ArchiveEntries(String container) {
        this.container = container;
    }

    Role next(String name, boolean directory) {
        number++;
        boolean archive = name.contains(".xcarchive/");
        if (archive || name.contains(".dSYM/")) {
            boolean first = symbols == null;
            symbols = archive ? SymbolKind.XCARCHIVE : SymbolKind.DSYM_ARCHIVE;
            return first ? Role.FIRST_SYMBOLS : Role.SKIPPED;
        }
        String file = name.substring(name.lastIndexOf('/') + 1);
        boolean litter = name.startsWith("__MACOSX/") || file.startsWith("._") || file.equals(".DS_Store");
        return directory || litter ? Role.SKIPPED : Role.REPORT;
    }

    String container() {
        return container;
    }

    SymbolKind symbols() {
        return symbols;
    }

    boolean isXcarchive() {
        return symbols == SymbolKind.XCARCHIVE;
    }

    /** "entry 3", in a container that has a place of its own "entry 1, entry 3". */
    String place() {
        return container.isEmpty() ? "entry " + number : container + ", entry " + number;
    }
}
