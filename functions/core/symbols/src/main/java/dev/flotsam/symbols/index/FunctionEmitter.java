package dev.flotsam.symbols.index;

import dev.flotsam.symbols.dwarf.Dwarf;
import dev.flotsam.symbols.dwarf.Subroutines;
import dev.flotsam.symbols.gsym.GsymStrings;
import dev.flotsam.symbols.gsym.GsymWriter;
import dev.flotsam.symbols.macho.MachOImage;
import dev.flotsam.symbols.macho.MachOSection;
import dev.flotsam.symbols.macho.SymbolTable;
import java.util.List;
import java.util.Optional;

/**
 * Cuts an image's addresses into functions of the GSYM.
 *
 * <p>A function ends where the covering symbol or the DWARF function changes: so everything at an address of it (outermost
 * name, rows, inlined calls) can be said with GSYM's means. Addresses that no unit answers for have their symbol only; if
 * they directly follow a function of the same symbol (padding), that function is made longer.
 */
final class FunctionEmitter {
    private static final int NO_SYMBOL = -1;
    private static final int NO_FUNCTION = -1;

    private final Dwarf dwarf;
    private final Subroutines subroutines;
    private final SymbolTable symbols;
    private final List<MachOSection> code;
    private final long textAddress;
    private final GsymWriter writer;
    private final NameTable names;
    private final UnitLines lines;
    private final UnitInlines inlines;

    private boolean isOpen;
    private long openEnd;
    private int openName;
    private long openIdentity;
    /** Whether the open function has anything DWARF knows; if not, it gets no line table. */
    private boolean openKnown;

    FunctionEmitter(Dwarf dwarf, MachOImage image, GsymWriter writer, HiddenNames hidden) {
        this.dwarf = dwarf;
        this.subroutines = dwarf.subroutines();
        this.symbols = image.symbols();
        this.code = image.sections().stream().filter(MachOSection::isCode).toList();
        this.textAddress = image.textAddress();
        this.writer = writer;
        this.names = new NameTable(dwarf, symbols, writer.strings(), hidden);
        this.lines = new UnitLines(dwarf, writer, hidden);
        this.inlines = new UnitInlines(subroutines, names, lines, writer.inlines());
    }

    /** Writes every function; answers what was wrong with the first broken unit. */
    Optional<String> emit() {
        Optional<String> damage = dwarf.damage();
        emitGap(0, dwarf.rangeCount() == 0 ? Long.MAX_VALUE : dwarf.low(0));
        close();
        int unit = NO_FUNCTION;
        for (int range : dwarf.rangesByUnit()) {
            if (dwarf.unit(range) != unit) {
                unit = dwarf.unit(range);
                Optional<String> here = unit < 0 ? Optional.empty() : dwarf.open(unit);
                damage = damage.or(() -> here);
                lines.unitOpened();
                inlines.unitOpened();
            }
            if (unit < 0) {
                emitGap(dwarf.low(range), dwarf.high(range));
            } else {
                emitRange(dwarf.low(range), dwarf.high(range));
            }
            emitGap(dwarf.high(range), range + 1 < dwarf.rangeCount() ? dwarf.low(range + 1) : Long.MAX_VALUE);
            close();
        }
        return damage;
    }

    /** Addresses the open unit answers for. */
    private void emitRange(long low, long high) {
        int covered = subroutines.rangeAfter(low);
        int symbol = symbols.floor(low);
        for (long at = low; at < high; ) {
            while (covered < subroutines.rangeCount() && subroutines.high(covered) <= at) {
                covered++;
            }
            while (symbol + 1 < symbols.count() && symbols.start(symbol + 1) <= at) {
                symbol++;
            }
            boolean hasSymbol = symbol >= 0 && at < symbols.end(symbol);
            long end = Math.min(high, hasSymbol ? symbols.end(symbol) : nextSymbol(symbol));
            boolean hasFunction = covered < subroutines.rangeCount() && subroutines.low(covered) <= at;
            int function = NO_FUNCTION;
            if (hasFunction) {
                function = subroutines.function(subroutines.owner(covered));
                end = functionEnd(covered, function, end);
            } else if (covered < subroutines.rangeCount()) {
                end = Math.min(end, subroutines.low(covered));
            }
            emitPiece(at, end, hasSymbol ? symbol : NO_SYMBOL, function, covered);
            at = end;
        }
    }

    private long nextSymbol(int symbol) {
        return symbol + 1 < symbols.count() ? symbols.start(symbol + 1) : Long.MAX_VALUE;
    }

    /** Where the run of ranges of one function that starts at {@code covered} ends. */
    private long functionEnd(int covered, int function, long most) {
        int last = covered;
        while (subroutines.high(last) < most
                && last + 1 < subroutines.rangeCount()
                && subroutines.low(last + 1) == subroutines.high(last)
                && subroutines.function(subroutines.owner(last + 1)) == function) {
            last++;
        }
        return Math.min(subroutines.high(last), most);
    }

    private void emitPiece(long low, long high, int symbol, int function, int covered) {
        int name = names.of(symbol, function);
        if (name == GsymStrings.EMPTY && function == NO_FUNCTION && !lines.coversAny(low, high)) {
            return;
        }
        // A symbol is one function even where DWARF has several or none under it.
        long identity = symbol >= 0 ? symbol : (1L << 32) + function;
        continueOrOpen(low, name, identity);
        openKnown |= lines.emit(low, high);
        if (function != NO_FUNCTION) {
            openKnown |= inlines.emit(low, high, covered);
        }
        openEnd = high;
    }

    /** Addresses no unit answers for, as far as they are code. */
    private void emitGap(long low, long high) {
        for (int symbol = Math.max(symbols.floor(low), 0);
                symbol < symbols.count() && symbols.start(symbol) < high;
                symbol++) {
            for (MachOSection section : code) {
                long from = Math.max(Math.max(low, symbols.start(symbol)), section.address() - textAddress);
                long to = Math.min(Math.min(high, symbols.end(symbol)), section.end() - textAddress);
                if (from < to) {
                    emitSymbol(from, to, symbol);
                }
            }
        }
    }

    private void emitSymbol(long low, long high, int symbol) {
        int name = names.of(symbol, NO_FUNCTION);
        if (name == GsymStrings.EMPTY) {
            return;
        }
        continueOrOpen(low, name, symbol);
        lines.emitNone(low);
        openEnd = high;
    }

    private void continueOrOpen(long low, int name, long identity) {
        if (isOpen && openEnd == low && openName == name && openIdentity == identity) {
            return;
        }
        close();
        writer.begin(low);
        inlines.functionBegun();
        isOpen = true;
        openKnown = false;
        openName = name;
        openIdentity = identity;
    }

    private void close() {
        if (isOpen) {
            if (!openKnown) {
                writer.dropRows();
            }
            writer.end(openEnd, openName);
            isOpen = false;
        }
    }
}
