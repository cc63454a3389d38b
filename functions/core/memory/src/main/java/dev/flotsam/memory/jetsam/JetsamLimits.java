package dev.flotsam.memory.jetsam;

import dev.flotsam.report.json.JsonLimits;

/** Bounds against hostile events; real ones hold about 250 processes in 100 KB. */
final class JetsamLimits {
    static final int MAX_BYTES = 16 << 20;
    static final int MAX_PROCESSES = 20_000;
    static final int MAX_STATES = 32;
    static final int MAX_LEFTOVERS = 64;

    /** Names are at most 32 characters in real events. */
    static final int MAX_NAME = 256;

    /** Nesting of real events is five. */
    static final JsonLimits JSON = new JsonLimits(64, 2_000_000, 1 << 16, MAX_NAME, 64);

    /** An entry behind damage is looked for in a window of this many bytes; real ones have 600. */
    static final int MAX_ENTRY_BYTES = 1 << 15;

    /** Opening braces behind damage that turn out to begin no entry, before the search is given up. */
    static final int MAX_FALSE_STARTS = 1_000;

    /** 2^44 pages of 4 KiB are 64 PiB: no device has them, and the product with a page size stays in a long. */
    static final long MAX_PAGES = 1L << 44;

    static final long MAX_PAGE_SIZE = 1L << 18;

    private JetsamLimits() {}
}
