package dev.flotsam.symbols.index;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.dwarf.Dwarf;
import dev.flotsam.symbols.dwarf.DwarfSections;
import dev.flotsam.symbols.gsym.GsymWriter;
import dev.flotsam.symbols.macho.MachOImage;
import java.util.Optional;

/**
 * A GSYM before it is written.
 *
 * @param writer holds it
 * @param hidden which names bitcode hid, and how many of them stayed hidden
 * @param units compilation units read
 * @param damage what was wrong with the first unit that could not be read to its end, if one was
 */
record GsymDraft(GsymWriter writer, HiddenNames hidden, int units, Optional<String> damage) {

    static GsymDraft of(MachOImage image, ImageId id, DwarfSections sections, HiddenNames hidden) {
        GsymWriter writer = new GsymWriter(id.uuid(), image.textAddress());
        Dwarf dwarf = new Dwarf(sections);
        Optional<String> damage = new FunctionEmitter(dwarf, image, writer, hidden).emit();
        return new GsymDraft(writer, hidden, dwarf.unitCount(), damage);
    }
}
