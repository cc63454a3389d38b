package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.MalformedBinaryException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The debug information of one image, a unit at a time: {@link #open} a range's unit, then ask {@link #subroutines},
 * {@link #lines} and {@link #files}, which are about that unit until the next one is opened.
 */
public final class Dwarf {
    private final DwarfSections sections;
    private final List<Unit> units;
    private final Optional<String> damage;
    private final UnitRanges ranges;
    private final Subroutines subroutines;
    private final LineProgram program;
    private final Names names;

    public Dwarf(DwarfSections sections) {
        this.sections = sections;
        Values values = new Values(sections);
        UnitReader reader = new UnitReader(sections, values);
        RangeLists lists = new RangeLists(sections, values);
        UnitReader.Units read = reader.units();
        this.units = read.list();
        this.damage = read.damage();
        this.ranges = UnitRanges.of(sections, units, reader, lists);
        this.subroutines = new Subroutines(sections, reader, lists);
        this.program = new LineProgram(sections, values);
        this.names = new Names(units, reader, subroutines, values);
    }

    public DwarfSections sections() {
        return sections;
    }

    /** What was wrong with the first unit that was left out, if one was. */
    public Optional<String> damage() {
        return damage;
    }

    public int unitCount() {
        return units.size();
    }

    /** How many ranges have a unit that answers for them; ascending, disjoint, relative to {@code __TEXT}. */
    public int rangeCount() {
        return ranges.count();
    }

    public long low(int range) {
        return ranges.low(range);
    }

    public long high(int range) {
        return ranges.high(range);
    }

    /** Number of a range's unit; −1 if {@code .debug_aranges} names one that isn't there. */
    public int unit(int range) {
        return unitHolding(ranges.unit(range));
    }

    int unitHolding(long offset) {
        return Unit.indexOf(units, offset);
    }

    /** Range indexes ordered by unit, so that each unit is opened once. */
    public int[] rangesByUnit() {
        long[] keys = new long[ranges.count()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) (unit(i) + 1) << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** Reads a unit; answers what is wrong with it if it can't be read to its end: the part before counts. */
    public Optional<String> open(int unit) {
        Optional<String> entries = complaint(() -> subroutines.read(units.get(unit)));
        Optional<String> lines = complaint(() -> program.run(units.get(unit)));
        return entries.or(() -> lines);
    }

    private static Optional<String> complaint(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (MalformedBinaryException e) {
            return Optional.of(e.getMessage());
        }
    }

    public Subroutines subroutines() {
        return subroutines;
    }

    public LineTable lines() {
        return program.table();
    }

    public LineFiles files() {
        return program.files();
    }

    /** The linkage name (else the name) of the entry at an offset, a {@link Text} reference; follows other units. */
    public long name(long entry) {
        return names.of(entry);
    }
}
