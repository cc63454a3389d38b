/**
 * Keeps recently used GSYMs uncompressed on disk, within a byte budget, so that warm functions map them instead of
 * fetching and inflating them again.
 *
 * <p>Enter at {@link dev.flotsam.symbols.cache.CachedSymbols}, a {@link dev.flotsam.symbols.SymbolSource}. Where the
 * GSYMs come from is a {@link dev.flotsam.symbols.cache.GsymFetch}. Files carry their checksum in their name: what a
 * killed process left half-written or a disk changed is noticed, dropped and fetched again. "Not there" is never
 * remembered: a dSYM can arrive at any moment.
 */
package dev.flotsam.symbols.cache;
