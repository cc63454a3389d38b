package dev.flotsam.symbols.gsym;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.gsym.GsymFunction.Call;
import dev.flotsam.symbols.gsym.GsymFunction.Range;
import dev.flotsam.symbols.gsym.GsymFunction.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads whole line tables and inline trees; {@link Gsym} itself only reads as far as an address needs. */
final class FunctionReader {
    private final GsymText text;

    FunctionReader(GsymText text) {
        this.text = text;
    }

    List<Row> rows(GsymCursor at, long start) {
        GsymRows table = new GsymRows(at, start);
        List<Row> rows = new ArrayList<>();
        while (table.advance()) {
            rows.add(new Row(table.address(), text.file(table.file()), table.line()));
        }
        return rows;
    }

    /** Calls in the order of the file; the root, which is the function itself, is left out. */
    List<Call> calls(GsymCursor at, long start) {
        List<Call> calls = new ArrayList<>();
        Deque<Long> bases = new ArrayDeque<>();
        List<Range> root = ranges(at, start);
        boolean hasChildren = at.u8() != 0;
        call(at, 0, root);
        if (hasChildren && !root.isEmpty()) {
            bases.push(root.getFirst().offset());
        }
        while (!bases.isEmpty()) {
            List<Range> ranges = ranges(at, bases.peek());
            if (ranges.isEmpty()) {
                bases.pop();
                continue;
            }
            hasChildren = at.u8() != 0;
            calls.add(call(at, bases.size(), ranges));
            if (hasChildren) {
                if (bases.size() == Limits.INLINE_DEPTH) {
                    throw new MalformedBinaryException(
                            "inline tree", at.position(), "is over " + Limits.INLINE_DEPTH + " deep");
                }
                bases.push(ranges.getFirst().offset());
            }
        }
        return calls;
    }

    private Call call(GsymCursor at, int depth, List<Range> ranges) {
        String name = text.string(at.s32());
        int file = (int) at.uleb();
        return new Call(depth, ranges, name, text.file(file), at.uleb() & 0xffff_ffffL);
    }

    private static List<Range> ranges(GsymCursor at, long base) {
        List<Range> ranges = new ArrayList<>();
        for (long left = at.uleb(); left > 0; left--) {
            ranges.add(new Range(base + at.uleb(), at.uleb()));
        }
        return ranges;
    }
}
