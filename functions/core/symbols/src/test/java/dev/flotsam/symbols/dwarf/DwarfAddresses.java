package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.macho.MachOImage;
import dev.flotsam.symbols.macho.MachOSection;
import dev.flotsam.symbols.macho.SymbolTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The addresses of an image worth asking about: every function and symbol start, every start and end of an inlined call,
 * every line row, and random ones in {@code __text}.
 *
 * @param all addresses as linked, ascending
 * @param crossUnit those where a function's name comes from another unit
 * @param severalRanges those in functions whose code is not in one piece
 */
public record DwarfAddresses(List<Long> all, Set<Long> crossUnit, Set<Long> severalRanges) {

    public static DwarfAddresses of(MachOImage image, int randomOnes, Random random) {
        TreeSet<Long> all = new TreeSet<>();
        Set<Long> crossUnit = new TreeSet<>();
        Set<Long> severalRanges = new TreeSet<>();
        long text = image.textAddress();
        Optional<MachOSection> code = image.sections().stream()
                .filter(section -> section.name().equals("__text") && section.size() > 0)
                .findFirst();
        code.ifPresent(section -> {
            SymbolTable symbols = image.symbols();
            LongStream.range(0, symbols.count())
                    .map(i -> symbols.start((int) i) + text)
                    .filter(address -> address >= section.address() && address < section.end())
                    .forEach(all::add);
            random.longs(randomOnes, section.address(), section.end()).forEach(all::add);
        });
        Dwarf dwarf = new Dwarf(DwarfSections.of(image));
        for (int unit = 0; unit < dwarf.unitCount(); unit++) {
            dwarf.open(unit);
            LineTable lines = dwarf.lines();
            for (int sequence = 0; sequence < lines.sequenceCount(); sequence++) {
                for (int row = lines.firstRow(sequence); row <= lines.endRow(sequence); row++) {
                    all.add(lines.address(row) + text);
                }
            }
            addRanges(dwarf, unit, text, all, crossUnit, severalRanges);
        }
        return new DwarfAddresses(List.copyOf(all), Set.copyOf(crossUnit), Set.copyOf(severalRanges));
    }

    private static void addRanges(
            Dwarf dwarf, int unit, long text, Set<Long> all, Set<Long> crossUnit, Set<Long> severalRanges) {
        Subroutines subroutines = dwarf.subroutines();
        Map<Integer, Integer> pieces = new HashMap<>();
        long end = -1;
        int function = -1;
        for (int range = 0; range < subroutines.rangeCount(); range++) {
            int here = subroutines.function(subroutines.owner(range));
            if (here != function || subroutines.low(range) != end) {
                pieces.merge(here, 1, Integer::sum);
            }
            function = here;
            end = subroutines.high(range);
        }
        for (int range = 0; range < subroutines.rangeCount(); range++) {
            long address = subroutines.low(range) + text;
            int owner = subroutines.owner(range);
            all.add(address);
            all.add(subroutines.high(range) + text);
            if (dwarf.unitHolding(subroutines.named(owner)) != unit) {
                crossUnit.add(address);
            }
            if (pieces.get(subroutines.function(owner)) > 1) {
                severalRanges.add(address);
            }
        }
    }
}
