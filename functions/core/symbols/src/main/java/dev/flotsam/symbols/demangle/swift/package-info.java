/**
 * Swift names, new and old. Enter at {@link dev.flotsam.symbols.demangle.swift.SwiftNames}.
 *
 * <p>{@code SwiftParser} reads the post-fix grammar of Swift 4 and later, one part of the grammar per class, and
 * {@code OldParser} the prefix grammar before it; both make the same tree of {@code Node}s. {@code SwiftPrinter} writes it in
 * full or simplified, {@code BaseName} as type and function only.
 *
 * <p>Not an API: callers enter at {@link dev.flotsam.symbols.demangle.Demangler}.
 */
package dev.flotsam.symbols.demangle.swift;
