/**
 * Names people can read: mangled Swift, C++, Objective-C and Rust names.
 *
 * <p>Enter at {@link dev.flotsam.symbols.demangle.Demangler}. Names that bitcode hid ({@code __hidden#N_}) are no
 * mangling: {@link dev.flotsam.symbols.bitcode} gives them back when a dSYM is indexed. The grammars are read in {@code demangle.swift} and
 * {@code demangle.itanium}, bounded by {@code demangle.text.Limits}.
 *
 * <p>What is refused: Rust's v0 mangling ({@code _R…}), D and Microsoft names, and Swift names with symbolic references
 * (binary metadata, no symbols). They come back as they were given.
 */
package dev.flotsam.symbols.demangle;
