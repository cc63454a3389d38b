package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.Section;
import dev.flotsam.symbols.macho.MachOImage;

/**
 * The sections DWARF 2–5 keeps functions, lines and names in; a missing one is empty.
 *
 * @param textAddress what every address is made relative to
 */
public record DwarfSections(
        Section info,
        Section abbrev,
        Section line,
        Section str,
        Section lineStr,
        Section strOffsets,
        Section addr,
        Section ranges,
        Section rnglists,
        Section aranges,
        long textAddress) {

    public static DwarfSections of(MachOImage image) {
        return new DwarfSections(
                image.dwarf("__debug_info"),
                image.dwarf("__debug_abbrev"),
                image.dwarf("__debug_line"),
                image.dwarf("__debug_str"),
                image.dwarf("__debug_line_str"),
                image.dwarf("__debug_str_offsets"),
                image.dwarf("__debug_addr"),
                image.dwarf("__debug_ranges"),
                image.dwarf("__debug_rnglists"),
                image.dwarf("__debug_aranges"),
                image.textAddress());
    }
}
