package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.ByteCursor;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads unit headers and their first entries; owns the abbreviation tables. */
final class UnitReader {
    /** Length, version, type, sizes, abbreviation offset, and a skeleton's or type unit's own. */
    private static final int HEADER_BYTES_MOST = 48;

    private static final int TYPE_UNIT = 2;
    private static final int SKELETON_UNIT = 4;
    private static final int SPLIT_COMPILE_UNIT = 5;
    private static final int SPLIT_TYPE_UNIT = 6;

    private record TableKey(long offset, Encoding encoding) {}

    private final DwarfSections sections;
    private final Values values;
    private final Map<TableKey, AbbreviationTable> tables = new HashMap<>();
    private final Entry entry = new Entry();
    private final ByteCursor at = new ByteCursor(".debug_info");

    UnitReader(DwarfSections sections, Values values) {
        this.sections = sections;
        this.values = values;
    }

    AbbreviationTable table(Unit unit) {
        return table(unit.abbreviations(), unit.encoding());
    }

    private AbbreviationTable table(long offset, Encoding encoding) {
        return tables.computeIfAbsent(
                new TableKey(offset, encoding), key -> AbbreviationTable.read(sections.abbrev(), offset, encoding));
    }

    /** All compilation units, in order. */
    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        Section info = sections.info();
        long offset = 0;
        while (offset < info.size()) {
            at.load(info, offset, Math.min(HEADER_BYTES_MOST, info.size() - offset));
            long narrow = at.u32();
            boolean wide = narrow == 0xffff_ffffL;
            long length = wide ? at.u64() : narrow;
            long body = at.offset();
            if (length < 0 || length > info.size() - body) {
                throw new MalformedBinaryException(
                        info.name(), offset, "has a unit of " + Long.toUnsignedString(length) + " bytes");
            }
            if (length > 0) {
                unit(offset, body + length, wide ? 8 : 4).ifPresent(units::add);
            }
            offset = body + length;
        }
        return units;
    }

    private Optional<Unit> unit(long offset, long end, int offsetBytes) {
        long body = at.offset();
        int version = at.u16();
        if (version < 2 || version > 5) {
            throw at.malformed(body, "is a unit of DWARF version " + version);
        }
        int type = version >= 5 ? at.u8() : 1;
        int addressBytes = version >= 5 ? at.u8() : 0;
        long abbreviations = at.unsigned(offsetBytes);
        if (version < 5) {
            addressBytes = at.u8();
        }
        if (addressBytes != 4 && addressBytes != 8) {
            throw at.malformed(body, "has addresses of " + addressBytes + " bytes");
        }
        switch (type) {
            case TYPE_UNIT, SPLIT_TYPE_UNIT -> {
                return Optional.empty();
            }
            case SKELETON_UNIT, SPLIT_COMPILE_UNIT -> at.skip(8);
            default -> {
                // A compile or partial unit: the entries follow.
            }
        }
        Encoding encoding = new Encoding(version, addressBytes, offsetBytes);
        return Optional.of(withRoot(new Unit(offset, at.offset(), end, abbreviations, encoding, Unit.Root.UNREAD)));
    }

    private Unit withRoot(Unit unit) {
        Encoding encoding = unit.encoding();
        readEntry(unit, unit.entries(), at, entry);
        Unit.Root bases = new Unit.Root(
                false,
                0,
                -1,
                Text.NONE,
                entry.has(Entry.STR_OFFSETS_BASE) ? entry.value(Entry.STR_OFFSETS_BASE) : 2L * encoding.offsetBytes(),
                entry.has(Entry.ADDR_BASE) ? entry.value(Entry.ADDR_BASE) : 8,
                entry.has(Entry.RNGLISTS_BASE) ? entry.value(Entry.RNGLISTS_BASE) : 12);
        Unit based = with(unit, bases);
        int baseSlot = entry.has(Entry.LOW_PC) ? Entry.LOW_PC : Entry.ENTRY_PC;
        return with(
                unit,
                new Unit.Root(
                        entry.has(baseSlot),
                        entry.has(baseSlot) ? values.address(entry, baseSlot, based) : 0,
                        entry.has(Entry.STMT_LIST) ? entry.value(Entry.STMT_LIST) : -1,
                        entry.has(Entry.COMP_DIR) ? values.text(entry, Entry.COMP_DIR, based) : Text.NONE,
                        bases.stringOffsets(),
                        bases.addresses(),
                        bases.rangeLists()));
    }

    private static Unit with(Unit unit, Unit.Root root) {
        return new Unit(unit.offset(), unit.entries(), unit.end(), unit.abbreviations(), unit.encoding(), root);
    }

    /** Reads the first entry again, for its ranges. */
    Entry root(Unit unit) {
        readEntry(unit, unit.entries(), at, entry);
        return entry;
    }

    /** Reads the entry at a section offset of a unit. Loads a small window first: most entries are small. */
    void readEntry(Unit unit, long offset, ByteCursor cursor, Entry into) {
        long most = unit.end() - offset;
        if (most == 0) {
            // dsymutil writes units without any entry.
            into.clear();
            return;
        }
        for (long window = 512; ; window *= 32) {
            try {
                cursor.load(sections.info(), offset, Math.min(window, most));
                readEntry(unit, cursor, into);
                return;
            } catch (MalformedBinaryException e) {
                if (window >= most) {
                    throw e;
                }
            }
        }
    }

    /** Reads the entry a cursor is at. */
    void readEntry(Unit unit, ByteCursor cursor, Entry into) {
        into.clear();
        long code = cursor.uleb();
        if (code != 0) {
            table(unit).find(code, cursor).read(unit.encoding(), cursor, into);
        }
    }
}
