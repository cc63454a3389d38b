package dev.flotsam.symbols.dwarf;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.ByteCursor;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import java.util.HashMap;
import java.util.Map;

/**
 * The abbreviation tables of an image, read when first asked for. dsymutil makes one for all units, other linkers one per
 * unit: those used last are kept.
 */
final class Abbreviations {
    private static final int FIRST_WINDOW = 1 << 11;

    private record Key(long offset, Encoding encoding) {}

    private final Section section;
    private final ByteCursor at;
    private final Map<Key, AbbreviationTable> tables = new HashMap<>();
    private int kept;
    private long bytesLeft = Limits.ABBREVIATION_BYTES_READ;

    Abbreviations(Section section) {
        this.section = section;
        this.at = new ByteCursor(section.name());
    }

    /** The table of a unit. */
    AbbreviationTable table(Unit unit) {
        Key key = new Key(unit.abbreviations(), unit.encoding());
        AbbreviationTable known = tables.get(key);
        return known != null ? known : keep(key, read(key.offset(), key.encoding()));
    }

    private AbbreviationTable keep(Key key, AbbreviationTable table) {
        if (kept + table.size() > Limits.ABBREVIATIONS) {
            tables.clear();
            kept = 0;
        }
        kept += table.size();
        tables.put(key, table);
        return table;
    }

    /** Tables don't say how long they are, and most are small. */
    private AbbreviationTable read(long offset, Encoding encoding) {
        section.check(offset, 0);
        long rest = section.size() - offset;
        long most = Math.min(rest, Limits.ABBREVIATION_BYTES);
        for (long window = FIRST_WINDOW; ; window *= 8) {
            long size = Math.min(window, most);
            bytesLeft -= size;
            if (bytesLeft < 0) {
                throw at.malformed(
                        offset, "is over " + Limits.ABBREVIATION_BYTES_READ + " bytes, each time it is read");
            }
            at.load(section, offset, size);
            try {
                return AbbreviationTable.read(at, encoding, size == rest);
            } catch (MalformedBinaryException e) {
                if (size == most) {
                    throw e;
                }
            }
        }
    }
}
