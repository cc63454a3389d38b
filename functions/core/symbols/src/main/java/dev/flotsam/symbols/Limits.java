package dev.flotsam.symbols;

/** Every bound against hostile input, in one place. Real dSYMs stay far below each. */
public final class Limits {
    private Limits() {}

    /** Slices of a fat file; Apple never shipped more than six. A Java class file, which has the same magic, claims more. */
    public static final int FAT_SLICES = 32;

    /** Load commands of one Mach-O. */
    public static final int LOAD_COMMANDS = 4096;

    /** Sections of one Mach-O; n_sect is a byte. */
    public static final int SECTIONS = 255;

    /** Bytes of one section or slice part that is read at once: Java arrays and buffers end here. */
    public static final long SECTION_BYTES = Integer.MAX_VALUE - 64L;

    /** Symbols of one image, all in memory while it is indexed: eight million took less than 1.2 GB of heap. */
    public static final int SYMBOLS = 8_000_000;

    /** Nested debugging information entries. */
    public static final int DIE_DEPTH = 2048;

    /** Inlined calls above one address. */
    public static final int INLINE_DEPTH = 512;

    /** Hops from an entry to the one that names it (abstract origin, specification). */
    public static final int ORIGIN_CHAIN = 16;

    /** Line-table rows read for one image, counted again when units share a table. */
    public static final int LINE_ROWS = 64_000_000;

    /** Line-table rows of one unit: they are in memory at once. */
    public static final int LINE_ROWS_OF_UNIT = 8_000_000;

    /** Bytes of line tables read for one image, counted again when units share a table. */
    public static final long LINE_BYTES_READ = 4L << 30;

    /** Address ranges read for one image, counted again when entries share a list. */
    public static final int RANGES = 32_000_000;

    /** Bytes of one name; Swift's longest known are about 16 kB. */
    public static final int NAME_BYTES = 1 << 16;

    /** Bytes of one path. */
    public static final int PATH_BYTES = 1 << 14;

    /** Attributes of one abbreviation. */
    public static final int ABBREVIATION_ATTRIBUTES = 1024;

    /** Abbreviations of one table, and of the tables kept at a time. */
    public static final int ABBREVIATIONS = 250_000;

    /** Bytes of one abbreviation table. */
    public static final int ABBREVIATION_BYTES = 16 << 20;

    /** Bytes of abbreviation tables read for one image, counted again when one is read again. */
    public static final long ABBREVIATION_BYTES_READ = 512L << 20;

    /** Bytes of one BCSymbolMap; a large app's has a few megabytes. */
    public static final int SYMBOL_MAP_BYTES = 64 << 20;

    /** Names of one BCSymbolMap. */
    public static final int SYMBOL_MAP_NAMES = 2_000_000;

    /** Bytes of all BCSymbolMaps that the images of one upload ask for. */
    public static final long SYMBOL_MAPS_BYTES = 512L << 20;

    /** Directories and files one line-table header names. */
    public static final int LINE_FILES = 1_000_000;
}
