/**
 * A DWARF file becomes one GSYM per UUID and architecture, or a reason why not.
 *
 * <p>Enter at {@link dev.flotsam.symbols.index.SymbolIndexer}. The file is mapped, read once, a compilation unit at a
 * time; memory holds the GSYM being built and one unit. What is written answers every address as llvm-symbolizer answers
 * it from the dSYM: the symbol that covers an address names the outermost function, DWARF names the inlined ones.
 */
package dev.flotsam.symbols.index;
