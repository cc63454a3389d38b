package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import java.nio.charset.StandardCharsets;

/**
 * A string somewhere in the file, not yet read: a section and an offset in one number, so that names cost no object.
 * Text is handled as Latin-1, which keeps every byte as it is.
 */
public final class Text {
    /** No string. */
    public static final long NONE = -1;

    static final int INFO = 0;
    static final int STR = 1;
    static final int LINE_STR = 2;
    static final int LINE = 3;
    private static final int SECTION_SHIFT = 40;

    private Text() {}

    static long at(int section, long offset) {
        return offset < 0 || offset >= 1L << SECTION_SHIFT ? NONE : (long) section << SECTION_SHIFT | offset;
    }

    /** The section a reference points into. */
    public static Section section(long reference, DwarfSections sections) {
        return switch ((int) (reference >>> SECTION_SHIFT)) {
            case INFO -> sections.info();
            case STR -> sections.str();
            case LINE_STR -> sections.lineStr();
            case LINE -> sections.line();
            default -> throw new IllegalArgumentException("not a string reference: " + reference);
        };
    }

    /** The offset a reference points to. */
    public static long offset(long reference) {
        return reference & (1L << SECTION_SHIFT) - 1;
    }

    /** As {@link #path}, but empty for one that can't be read too. */
    static String pathOrEmpty(long reference, DwarfSections sections) {
        try {
            return path(reference, sections);
        } catch (MalformedBinaryException e) {
            return "";
        }
    }

    /** The string itself; empty for {@link #NONE}. */
    static String path(long reference, DwarfSections sections) {
        if (reference == NONE) {
            return "";
        }
        Section section = section(reference, sections);
        int length = section.stringLength(offset(reference), Limits.PATH_BYTES);
        byte[] bytes = new byte[length];
        section.copy(offset(reference), bytes, 0, length);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
