package dev.flotsam.signature;

/** Bounds on what a hostile or broken report can make signing do. */
final class Limits {
    /** Frames looked at: recursion can fill a report with thousands of equal ones. */
    static final int RAW_FRAMES = 512;

    /** Frames left to choose from after recursion is collapsed. */
    static final int FRAMES = 40;

    /** Longest cycle of functions that counts as recursion. */
    static final int RECURSION_CYCLE = 8;

    /** Characters of a function's name that are looked at. */
    static final int NAME_CHARACTERS = 4096;

    /** Characters of one frame in a signature. */
    static final int SIGNED_NAME_CHARACTERS = 512;

    /** Characters of a reason after normalisation. */
    static final int REASON_CHARACTERS = 160;

    /** Frames in one signature. */
    static final int SIGNED_FRAMES = 8;

    /** Characters of a title. */
    static final int TITLE_CHARACTERS = 255;

    /** Hex digits of an id: 96 bits, so that a billion clusters collide with a chance of about 10⁻¹¹. */
    static final int ID_HEX_DIGITS = 24;

    private Limits() {}
}
