/**
 * An address becomes function, file and line.
 *
 * <p>At upload: {@code upload} turns what arrived (zip, archive, directory, bare file) into DWARF files in a scratch
 * directory; {@code index} reads each one ({@code macho}, {@code dwarf}) and writes one GSYM per image UUID and
 * architecture ({@code gsym}). At triage: a {@link dev.flotsam.symbols.SymbolSource} answers
 * {@code lookup(uuid, arch, offset)} from those GSYMs; {@code cache} keeps the recently used ones on disk. {@code fleet}
 * learns names of system functions from reports that carry them. Start at {@link dev.flotsam.symbols.SymbolSource},
 * {@code index.SymbolIndexer} and {@code gsym.Gsym}.
 *
 * <p>Everything expected (no dSYM, a broken one, an address between functions) is a {@link
 * dev.flotsam.symbols.Lookup} or an index outcome, never an exception. Knows no other module.
 */
package dev.flotsam.symbols;
