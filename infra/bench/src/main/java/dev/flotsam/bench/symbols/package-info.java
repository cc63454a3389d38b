/**
 * Indexing and looking up a large dSYM, beside llvm-gsymutil and llvm-symbolizer in the same run.
 *
 * <p>Enter at {@link dev.flotsam.bench.symbols.SymbolsBench}. The dSYM is made by {@code src/main/dsyms/make-large-dsym},
 * once, unless one is given.
 */
package dev.flotsam.bench.symbols;
