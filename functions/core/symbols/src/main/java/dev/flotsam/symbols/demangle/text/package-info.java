/**
 * What every name reader shares: the limits against hostile names, the bounded writer and the one way to give up. Not an
 * API: enter at {@link dev.flotsam.symbols.demangle.Demangler}.
 */
package dev.flotsam.symbols.demangle.text;
