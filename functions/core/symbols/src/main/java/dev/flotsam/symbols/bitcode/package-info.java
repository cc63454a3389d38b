/**
 * Names that bitcode hid, given back.
 *
 * <p>Until Xcode 14 an app could be uploaded as bitcode. Xcode replaced its names and paths by {@code __hidden#N_} before
 * App Store Connect compiled it, so the dSYM has only those; the real ones stayed in the archive, in {@code
 * BCSymbolMaps/UUID.bcsymbolmap}, line N for number N. {@link dev.flotsam.symbols.bitcode.BitcodeSymbolMap} reads such a
 * file. App Store Connect's build has another UUID than the archive's: {@code UUID.plist} in the dSYM's Resources names the
 * archive's ({@link dev.flotsam.symbols.bitcode.OriginalUuid}). {@link dev.flotsam.symbols.bitcode.SymbolMaps} answers for
 * the maps that came with one upload.
 *
 * <p>Refused, with a reason: maps of unknown versions or over a limit. A map that lacks a name which its dSYM refers to is
 * another build's, and none of its names is used.
 */
package dev.flotsam.symbols.bitcode;
