package dev.flotsam.symbols.gsym;

/** Numbers of the GSYM format, version 1. */
final class GsymFormat {
    static final int MAGIC = 0x4753594d;
    static final int MAGIC_SWAPPED = 0x4d595347;
    static final int VERSION = 1;
    static final int HEADER_BYTES = 48;
    static final int UUID_BYTES_MOST = 20;

    static final int END_OF_LIST = 0;
    static final int LINE_TABLE = 1;
    static final int INLINE = 2;

    static final int END_SEQUENCE = 0;
    static final int SET_FILE = 1;
    static final int ADVANCE_PC = 2;
    static final int ADVANCE_LINE = 3;
    static final int FIRST_SPECIAL = 4;

    private GsymFormat() {}

    /** What readers put between a file's directory and its base name. */
    static char separator(String directory) {
        return directory.indexOf('\\') >= 0 && directory.indexOf('/') < 0 ? '\\' : '/';
    }

    /** The first multiple of {@code bytes} that is not below {@code offset}. */
    static long align(long offset, int bytes) {
        return (offset + bytes - 1) / bytes * bytes;
    }
}
