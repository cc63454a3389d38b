package dev.flotsam.symbols.dwarf;

/**
 * What a unit's header says about how its values are encoded.
 *
 * @param version DWARF version, 2 to 5
 * @param addressBytes 4 or 8
 * @param offsetBytes 4, or 8 in 64-bit DWARF
 */
record Encoding(int version, int addressBytes, int offsetBytes) {

    /** The address a linker gives code it removed. */
    long tombstone() {
        return addressBytes == 8 ? -1L : 0xffff_ffffL;
    }
}
