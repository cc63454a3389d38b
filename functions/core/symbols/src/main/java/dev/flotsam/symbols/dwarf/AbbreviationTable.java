package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.ByteCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The abbreviations declared at one offset of {@code .debug_abbrev}, compiled for one encoding. */
final class AbbreviationTable {
    /** Codes below this are found by index: producers number from 1. */
    private static final int DENSE_CODES = 1 << 16;

    private Abbreviation[] dense = new Abbreviation[64];
    private final Map<Long, Abbreviation> sparse = new HashMap<>();

    private int size;

    private AbbreviationTable() {}

    /**
     * Reads the table a cursor is at.
     *
     * @param last whether the section ends where the cursor's window does: dsymutil leaves its last table without an end
     *     mark
     */
    static AbbreviationTable read(ByteCursor at, Encoding encoding, boolean last) {
        AbbreviationTable table = new AbbreviationTable();
        for (long code = at.uleb(); code != 0; code = at.uleb()) {
            if (++table.size > Limits.ABBREVIATIONS) {
                throw at.malformed(at.offset(), "declares over " + Limits.ABBREVIATIONS + " abbreviations");
            }
            table.put(code, declaration(at, encoding));
            if (last && !at.hasMore()) {
                break;
            }
        }
        return table;
    }

    private static Abbreviation declaration(ByteCursor at, Encoding encoding) {
        int tag = code(at);
        boolean children = at.u8() == 1;
        List<Integer> skips = new ArrayList<>();
        List<Integer> reads = new ArrayList<>();
        List<Long> constants = new ArrayList<>();
        for (int i = 0; ; i++) {
            int attribute = code(at);
            int form = code(at);
            if (attribute == 0 && form == 0) {
                return new Abbreviation(
                        tag,
                        children,
                        numbers(skips),
                        numbers(reads),
                        constants.stream().mapToLong(Long::longValue).toArray());
            }
            if (attribute == 0 || form == 0) {
                throw at.malformed(at.offset(), "declares half an attribute");
            }
            if (i == Limits.ABBREVIATION_ATTRIBUTES) {
                throw at.malformed(at.offset(), "declares over " + i + " attributes");
            }
            if (form == Form.IMPLICIT_CONST) {
                constants.add(at.sleb());
            }
            int length = Form.length(form, encoding);
            addLength(skips, 1, length);
            int slot = Entry.slot(attribute);
            if (slot < 0) {
                addLength(reads, 4, length);
            } else {
                reads.addAll(List.of(0, slot, form, constants.size() - 1));
            }
        }
    }

    /** A tag, an attribute or a form: all have 16 bits. */
    private static int code(ByteCursor at) {
        return (int) at.uleb() & 0xffff;
    }

    /** How many abbreviations there are. */
    int size() {
        return size;
    }

    /** Adds a length to skip; two fixed lengths in a row become one. */
    private static void addLength(List<Integer> steps, int width, int length) {
        int last = steps.size() - width;
        boolean skipsBefore = last >= 0 && (width == 1 || steps.get(last + 1) < 0);
        if (length >= 0 && skipsBefore && steps.get(last) >= 0) {
            steps.set(last, steps.get(last) + length);
        } else if (width == 1) {
            steps.add(length);
        } else {
            steps.addAll(List.of(length, -1, 0, 0));
        }
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private void put(long code, Abbreviation abbreviation) {
        if (code > 0 && code < DENSE_CODES) {
            int index = (int) code;
            if (index >= dense.length) {
                dense = Arrays.copyOf(dense, Math.min(DENSE_CODES, Math.max(index + 1, 2 * dense.length)));
            }
            if (dense[index] == null) {
                dense[index] = abbreviation;
            }
        } else {
            sparse.putIfAbsent(code, abbreviation);
        }
    }

    /** The abbreviation of a code. */
    Abbreviation find(long code, ByteCursor at) {
        Abbreviation found = code > 0 && code < dense.length ? dense[(int) code] : sparse.get(code);
        if (found == null) {
            throw at.malformed(at.offset(), "uses abbreviation " + code + ", which is not declared");
        }
        return found;
    }
}
