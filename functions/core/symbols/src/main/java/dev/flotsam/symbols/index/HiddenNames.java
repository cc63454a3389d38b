package dev.flotsam.symbols.index;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.Section;
import dev.flotsam.symbols.bitcode.BitcodeSymbolMap;
import dev.flotsam.symbols.bitcode.MapReading;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;

/** Gives back the names and paths of one image that bitcode hid, as far as its symbol map does, and counts the others. */
final class HiddenNames {
    static final int NOT_HIDDEN = -1;
    private static final String START = "__hidden#";
    private static final int MOST_DIGITS = 9;

    private final Optional<BitcodeSymbolMap> map;
    /** Numbers that stayed hidden; those that no map can have count as one. */
    private final BitSet left = new BitSet();

    private boolean strange;

    HiddenNames(Optional<BitcodeSymbolMap> map) {
        this.map = map;
    }

    /** Number of the hidden name at an offset, with or without Mach-O's underscore; {@link #NOT_HIDDEN} for other names. */
    static int number(Section section, long offset) {
        try {
            return read(section, offset);
        } catch (MalformedBinaryException endsBefore) {
            return NOT_HIDDEN;
        }
    }

    private static int read(Section section, long offset) {
        if (section.u8(offset) != '_' || section.u8(offset + 1) != '_') {
            return NOT_HIDDEN;
        }
        long at = section.u8(offset + 2) == '_' ? offset + 1 : offset;
        for (int i = 2; i < START.length(); i++) {
            if (section.u8(at + i) != START.charAt(i)) {
                return NOT_HIDDEN;
            }
        }
        long digits = at + START.length();
        int number = 0;
        for (int i = 0; i <= MOST_DIGITS; i++) {
            int next = section.u8(digits + i);
            if (next == '_' && i > 0) {
                return number;
            }
            if (next < '0' || next > '9' || i == MOST_DIGITS) {
                return NOT_HIDDEN;
            }
            number = number * 10 + next - '0';
        }
        return NOT_HIDDEN;
    }

    /** The name of a number. */
    Optional<byte[]> reveal(int number) {
        Optional<byte[]> name = map.flatMap(it -> it.name(number));
        if (name.isEmpty()) {
            left.set(Math.min(number, Limits.SYMBOL_MAP_NAMES));
            strange |= map.isPresent() && number >= map.get().size();
        }
        return name;
    }

    /** A path with its hidden components revealed; one that is an absolute path itself replaces what is before it. */
    String revealPath(String path) {
        if (!path.contains(START)) {
            return path;
        }
        StringBuilder revealed = new StringBuilder(path.length());
        String separator = "";
        for (String component : path.split("/", -1)) {
            int number = BitcodeSymbolMap.number(component);
            String plain = number < 0
                    ? component
                    : reveal(number)
                            .map(name -> new String(name, StandardCharsets.ISO_8859_1))
                            .orElse(component);
            if (number >= 0 && plain.startsWith("/")) {
                revealed.setLength(0);
                separator = "";
            }
            revealed.append(separator).append(plain);
            separator = "/";
        }
        return revealed.toString();
    }

    /** Hidden names that stayed hidden. */
    int left() {
        return left.cardinality();
    }

    /** What people are told about the names that stayed hidden, if any did. */
    Optional<String> remark(MapReading found) {
        String why =
                switch (found) {
                    case MapReading.None() -> "upload the dSYM together with its BCSymbolMaps folder";
                    case MapReading.Refused(String reason) -> "its BCSymbolMap " + reason;
                    case MapReading.Read(BitcodeSymbolMap read) ->
                        isOfAnotherBuild()
                                ? "the BCSymbolMap has only " + read.size() + " names, it is another build's"
                                : "the BCSymbolMap has nothing on their lines";
                };
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of("bitcode hides " + left.cardinality() + " of its names: " + why);
    }

    /** Whether the map lacks a number that the image refers to: it is another build's. */
    boolean isOfAnotherBuild() {
        return strange;
    }
}
