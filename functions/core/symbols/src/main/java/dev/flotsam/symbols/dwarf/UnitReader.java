package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.binary.ByteCursor;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads unit headers and their first entries; owns the abbreviation tables. */
final class UnitReader {
    /** Length, version, type, sizes, abbreviation offset, and a skeleton's or type unit's own. */
    private static final int HEADER_BYTES_MOST = 48;

    private static final int TYPE_UNIT = 2;
    private static final int SKELETON_UNIT = 4;
    private static final int SPLIT_COMPILE_UNIT = 5;
    private static final int SPLIT_TYPE_UNIT = 6;

    /**
     * The units of an image.
     *
     * @param damage what was wrong with the first one left out, if one was
     */
    record Units(List<Unit> list, Optional<String> damage) {}

    private final DwarfSections sections;
    private final RootReader roots;
    private final Abbreviations abbreviations;
    private final Entry entry = new Entry();
    private final ByteCursor at = new ByteCursor(".debug_info");

    UnitReader(DwarfSections sections, Values values) {
        this.sections = sections;
        this.roots = new RootReader(sections, values);
        this.abbreviations = new Abbreviations(sections.abbrev());
    }

    AbbreviationTable table(Unit unit) {
        return abbreviations.table(unit);
    }

    /** All units in order: up to where they can't be told apart, without those whose first entry can't be read. */
    Units units() {
        List<Unit> units = new ArrayList<>();
        Optional<String> damage = Optional.empty();
        for (long offset = 0; offset < sections.info().size(); ) {
            // Behind a broken header no other can be found.
            long next = sections.info().size();
            try {
                Unit unit = header(offset);
                next = unit.end();
                units.add(withRoot(unit));
            } catch (MalformedBinaryException e) {
                damage = damage.or(() -> Optional.of(e.getMessage()));
            }
            offset = next;
        }
        return new Units(List.copyOf(units), damage);
    }

    private Unit header(long offset) {
        Section info = sections.info();
        at.load(info, offset, Math.min(HEADER_BYTES_MOST, info.size() - offset));
        long narrow = at.u32();
        boolean wide = narrow == 0xffff_ffffL;
        long length = wide ? at.u64() : narrow;
        long body = at.offset();
        if (length < 0 || length > info.size() - body) {
            throw at.malformed(offset, "has a unit of " + Long.toUnsignedString(length) + " bytes");
        }
        return header(offset, body + length, wide ? 8 : 4);
    }

    private Unit header(long offset, long end, int offsetBytes) {
        long body = at.offset();
        int version = at.u16();
        if (version < 2 || version > 5) {
            throw at.malformed(body, "is a unit of DWARF version " + version);
        }
        int type = version >= 5 ? at.u8() : 1;
        int addressBytes = version >= 5 ? at.u8() : 0;
        long table = at.unsigned(offsetBytes);
        if (version < 5) {
            addressBytes = at.u8();
        }
        if (addressBytes != 4 && addressBytes != 8) {
            throw at.malformed(body, "has addresses of " + addressBytes + " bytes");
        }
        switch (type) {
            case TYPE_UNIT, SPLIT_TYPE_UNIT -> at.skip(8 + offsetBytes);
            case SKELETON_UNIT, SPLIT_COMPILE_UNIT -> at.skip(8);
            default -> {
                // A compile or partial unit: the entries follow.
            }
        }
        return new Unit(
                offset, at.offset(), end, table, new Encoding(version, addressBytes, offsetBytes), Unit.Root.UNREAD);
    }

    private Unit withRoot(Unit unit) {
        readEntry(unit, unit.entries(), at, entry);
        Unit based = unit.with(roots.bases(entry, unit));
        return unit.with(roots.read(entry, based));
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
