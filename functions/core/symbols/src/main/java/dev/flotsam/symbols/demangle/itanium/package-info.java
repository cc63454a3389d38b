/**
 * C++ names: the Itanium ABI's mangling, as {@code llvm-cxxfilt} reads it. Enter at
 * {@link dev.flotsam.symbols.demangle.itanium.ItaniumNames}. The parsers read a name by recursive descent into
 * {@link dev.flotsam.symbols.demangle.itanium.CxxNode}s, which write themselves.
 *
 * <p>Not an API: callers enter at {@link dev.flotsam.symbols.demangle.Demangler}.
 */
package dev.flotsam.symbols.demangle.itanium;
