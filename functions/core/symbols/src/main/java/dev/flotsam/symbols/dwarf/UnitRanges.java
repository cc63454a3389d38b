package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.KeySort;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which unit answers for which addresses: disjoint and ascending, relative to {@code __TEXT}.
 *
 * <p>As llvm-symbolizer has it: {@code .debug_aranges} counts, and the ranges of a unit's first entry only for units it
 * leaves out; where units overlap, the one that answered just before goes on, else the first in the file begins.
 */
final class UnitRanges {
    private final DwarfSections sections;
    private final Set<Long> listed = new HashSet<>();
    private long[] points = new long[64];
    /** Unit header offset times two, plus one where its range starts. */
    private long[] marks = new long[64];

    private int pointCount;

    private long[] lows = new long[16];
    private long[] highs = new long[16];
    private long[] units = new long[16];
    private int count;

    private UnitRanges(DwarfSections sections) {
        this.sections = sections;
    }

    static UnitRanges of(DwarfSections sections, List<Unit> all, UnitReader reader, RangeLists lists) {
        UnitRanges ranges = new UnitRanges(sections);
        ranges.readSection();
        for (Unit unit : all) {
            if (!ranges.listed.contains(unit.offset())) {
                lists.read(reader.root(unit), unit);
                for (int i = 0; i < lists.count(); i++) {
                    ranges.add(unit.offset(), lists.low(i), lists.high(i));
                }
            }
        }
        ranges.construct();
        return ranges;
    }

    int count() {
        return count;
    }

    long low(int index) {
        return lows[index];
    }

    long high(int index) {
        return highs[index];
    }

    /** Header offset of the unit. */
    long unit(int index) {
        return units[index];
    }

    private void readSection() {
        Section from = sections.aranges();
        long offset = 0;
        try {
            while (offset < from.size()) {
                offset = readSet(from, offset);
            }
        } catch (MalformedBinaryException e) {
            // What follows a broken set isn't reached; the units' own ranges stand in.
            return;
        }
    }

    private long readSet(Section from, long offset) {
        boolean wide = from.u32(offset) == 0xffff_ffffL;
        long length = wide ? from.u64(offset + 4) : from.u32(offset);
        int offsetBytes = wide ? 8 : 4;
        long body = offset + (wide ? 12 : 4);
        from.check(body, length);
        long unit = from.word(body + 2, offsetBytes);
        int addressBytes = from.u8(body + 2 + offsetBytes);
        if (addressBytes != 4 && addressBytes != 8) {
            throw new MalformedBinaryException(from.name(), offset, "has addresses of " + addressBytes + " bytes");
        }
        int tuple = 2 * addressBytes;
        if (from.u8(body + 3 + offsetBytes) != 0 || (body + length - offset) % tuple != 0) {
            throw new MalformedBinaryException(from.name(), offset, "has segments, or part of an entry");
        }
        long header = body + 4 + offsetBytes - offset;
        long at = offset + (header + tuple - 1) / tuple * tuple;
        int before = pointCount;
        for (; at + tuple <= body + length; at += tuple) {
            long address = from.word(at, addressBytes);
            long size = from.word(at + addressBytes, addressBytes);
            if (address == 0 && size == 0 && at + tuple == body + length) {
                listed.add(unit);
                return body + length;
            }
            add(unit, address - sections.textAddress(), address - sections.textAddress() + size);
        }
        pointCount = before;
        throw new MalformedBinaryException(from.name(), offset, "has a set without an end");
    }

    private void add(long unit, long low, long high) {
        if (low >= high || high <= 0) {
            return;
        }
        if (pointCount + 2 > points.length) {
            if (pointCount > Limits.RANGES) {
                throw new MalformedBinaryException(
                        ".debug_aranges", 0, "has over " + Limits.RANGES + " address ranges");
            }
            points = Arrays.copyOf(points, 2 * points.length);
            marks = Arrays.copyOf(marks, 2 * marks.length);
        }
        points[pointCount] = Math.max(low, 0);
        marks[pointCount++] = unit * 2 + 1;
        points[pointCount] = high;
        marks[pointCount++] = unit * 2;
    }

    private void construct() {
        int[] order = KeySort.identity(pointCount);
        KeySort.sort(points, order, pointCount);
        TreeMap<Long, Integer> open = new TreeMap<>();
        long previous = -1;
        for (int i = 0; i < pointCount; i++) {
            if (previous < points[i] && !open.isEmpty()) {
                extend(previous, points[i], open);
            }
            long mark = marks[order[i]];
            open.merge(mark >>> 1, (mark & 1) == 1 ? 1 : -1, (a, b) -> a + b == 0 ? null : a + b);
            previous = points[i];
        }
    }

    private void extend(long low, long high, Map<Long, Integer> open) {
        if (count > 0 && highs[count - 1] == low && open.containsKey(units[count - 1])) {
            highs[count - 1] = high;
            return;
        }
        if (count == lows.length) {
            lows = Arrays.copyOf(lows, 2 * count);
            highs = Arrays.copyOf(highs, 2 * count);
            units = Arrays.copyOf(units, 2 * count);
        }
        lows[count] = low;
        highs[count] = high;
        units[count++] = open.keySet().iterator().next();
    }
}
