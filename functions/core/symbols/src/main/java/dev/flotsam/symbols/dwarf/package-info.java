/**
 * DWARF 2 to 5 becomes, per compilation unit, which subroutine covers which addresses and which line each address has.
 *
 * <p>Enter at {@link dev.flotsam.symbols.dwarf.Dwarf}. Units are read one after another into arrays that are used again;
 * no object is made per debugging information entry. Where DWARF contradicts itself (overlapping functions, inlined
 * ranges outside their parent, units that claim the same addresses) the answers follow llvm-symbolizer's, because people
 * compare with it; the classes say where.
 *
 * <p>Not read: split DWARF (.dwo), type units, big-endian DWARF; Apple's tools put none in a dSYM. Addresses are relative
 * to the image's {@code __TEXT} throughout.
 */
package dev.flotsam.symbols.dwarf;
