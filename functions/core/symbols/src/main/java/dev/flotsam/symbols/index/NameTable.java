package dev.flotsam.symbols.index;

import dev.flotsam.symbols.binary.LongIntMap;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import dev.flotsam.symbols.dwarf.Dwarf;
import dev.flotsam.symbols.dwarf.Subroutines;
import dev.flotsam.symbols.dwarf.Text;
import dev.flotsam.symbols.gsym.GsymStrings;
import dev.flotsam.symbols.macho.SymbolTable;
import java.util.Optional;

/** Decides names: the covering symbol's for a function, DWARF's for inlined calls and where there is no symbol. */
final class NameTable {
    private final Dwarf dwarf;
    private final Subroutines subroutines;
    private final SymbolTable symbols;
    private final GsymStrings strings;
    private final HiddenNames hidden;
    private final LongIntMap byEntry = new LongIntMap();
    private int lastSymbol = -1;
    private int lastName;
    private boolean lastIsPlaceholder;

    NameTable(Dwarf dwarf, SymbolTable symbols, GsymStrings strings, HiddenNames hidden) {
        this.dwarf = dwarf;
        this.subroutines = dwarf.subroutines();
        this.symbols = symbols;
        this.strings = strings;
        this.hidden = hidden;
    }

    /** String offset of an outermost function's name; either argument can be −1, and the name then empty. */
    int of(int symbol, int function) {
        if (symbol < 0) {
            return function < 0 ? GsymStrings.EMPTY : of(function);
        }
        if (symbol != lastSymbol) {
            read(symbol);
        }
        if (lastIsPlaceholder && function >= 0) {
            // Bitcode put the symbol there in place of a name; DWARF's is better if it has one.
            int own = of(function);
            return own == GsymStrings.EMPTY ? lastName : own;
        }
        return lastName;
    }

    /** String offset of a subroutine's DWARF name. */
    int of(int subroutine) {
        long entry = subroutines.named(subroutine);
        int known = byEntry.get(entry, -1);
        if (known >= 0) {
            return known;
        }
        int name = readName(entry);
        byEntry.put(entry, name);
        return name;
    }

    private int readName(long entry) {
        try {
            long reference = dwarf.name(entry);
            if (reference == Text.NONE) {
                return GsymStrings.EMPTY;
            }
            Section section = Text.section(reference, dwarf.sections());
            long offset = Text.offset(reference);
            int number = HiddenNames.number(section, offset);
            Optional<byte[]> revealed = number < 0 ? Optional.empty() : hidden.reveal(number);
            return revealed.isPresent() ? strings.add(revealed.get()) : strings.add(section, offset, 0);
        } catch (MalformedBinaryException e) {
            return GsymStrings.EMPTY;
        }
    }

    private void read(int symbol) {
        lastSymbol = symbol;
        lastIsPlaceholder = false;
        long offset = symbols.nameOffset(symbol);
        try {
            int number = HiddenNames.number(symbols.strings(), offset);
            Optional<byte[]> revealed = number < 0 ? Optional.empty() : hidden.reveal(number);
            if (revealed.isPresent()) {
                lastName = strings.add(revealed.get());
                return;
            }
            // Mach-O puts an underscore before every C-level name.
            boolean underscore = symbols.strings().u8(offset) == '_';
            lastName = strings.add(symbols.strings(), offset, underscore ? 1 : 0);
            lastIsPlaceholder = number >= 0;
        } catch (MalformedBinaryException e) {
            lastName = GsymStrings.EMPTY;
        }
    }
}
