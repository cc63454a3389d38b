package dev.flotsam.symbols.bitcode;

/** What came of looking for an image's symbol map. */
public sealed interface MapReading {

    /** The map. */
    record Read(BitcodeSymbolMap map) implements MapReading {}

    /** There is one and it can't be used, for the reason given. */
    record Refused(String reason) implements MapReading {}

    /** There is none. */
    record None() implements MapReading {}
}
