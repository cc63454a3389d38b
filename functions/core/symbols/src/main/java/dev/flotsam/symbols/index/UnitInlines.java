package dev.flotsam.symbols.index;

import dev.flotsam.symbols.dwarf.Subroutines;
import dev.flotsam.symbols.gsym.InlineTree;
import java.util.Arrays;

/** Turns the open unit's inlined calls into the open function's inline tree. */
final class UnitInlines {
    private final Subroutines subroutines;
    private final NameTable names;
    private final UnitLines lines;
    private final InlineTree tree;
    /** Tree number of a subroutine, valid while its stamp is the current one. */
    private int[] numbers = new int[256];

    private int[] stamps = new int[256];
    private int stamp;

    UnitInlines(Subroutines subroutines, NameTable names, UnitLines lines, InlineTree tree) {
        this.subroutines = subroutines;
        this.names = names;
        this.lines = lines;
        this.tree = tree;
    }

    void unitOpened() {
        if (numbers.length < subroutines.count()) {
            numbers = new int[Math.max(subroutines.count(), 2 * numbers.length)];
            stamps = new int[numbers.length];
        }
        Arrays.fill(stamps, 0);
        stamp = 1;
    }

    void functionBegun() {
        stamp++;
    }

    /** Adds the calls innermost in a range, {@code covered} being the first of the unit's ranges that ends in it. */
    boolean emit(long low, long high, int covered) {
        boolean any = false;
        for (int range = covered; range < subroutines.rangeCount() && subroutines.low(range) < high; range++) {
            long from = Math.max(low, subroutines.low(range));
            long to = Math.min(high, subroutines.high(range));
            if (from >= to) {
                continue;
            }
            for (int call = subroutines.owner(range); subroutines.parent(call) >= 0; call = subroutines.parent(call)) {
                tree.cover(number(call), from, to);
                any = true;
            }
        }
        return any;
    }

    private int number(int call) {
        if (stamps[call] != stamp) {
            int outer = subroutines.parent(call);
            int parent = subroutines.parent(outer) < 0 ? -1 : number(outer);
            numbers[call] = tree.add(
                    parent, names.of(call), lines.file(subroutines.callFile(call)), subroutines.callLine(call));
            stamps[call] = stamp;
        }
        return numbers[call];
    }
}
