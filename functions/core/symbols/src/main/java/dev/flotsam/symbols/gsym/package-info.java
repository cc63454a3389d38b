/**
 * GSYM, version 1: the symbolication format of LLVM (llvm/include/llvm/DebugInfo/GSYM), written here at upload and read at
 * triage. {@link dev.flotsam.symbols.gsym.GsymWriter} writes it, {@link dev.flotsam.symbols.gsym.Gsym} reads it;
 * llvm-gsymutil reads what we write and we read what it writes.
 *
 * <h2>The file</h2>
 *
 * Numbers are little-endian where we write; a reader tells the byte order by the magic. ULEB and SLEB are DWARF's
 * variable-length numbers. In this order, without gaps but for alignment:
 *
 * <pre>
 * header, 48 bytes
 *    0  u32  magic 0x4753594d ("GSYM")
 *    4  u16  version, 1
 *    6  u8   bytes of an address offset: 1, 2, 4 or 8, the least that holds the last function's
 *    7  u8   bytes of the UUID that count, 16 here
 *    8  u64  base address
 *   16  u32  number of functions
 *   20  u32  file offset of the string table
 *   24  u32  bytes of the string table
 *   28  20 bytes  UUID: LC_UUID, then zeros
 * address offsets   one per function, ascending, added to the base address
 * info offsets      u32 per function, aligned to 4: file offset of its info
 * file table        u32 count, then per file two u32: string offsets of directory and base name
 * string table      NUL-terminated strings, one after another
 * function infos    each aligned to 4, in any order
 * </pre>
 *
 * A function info is {@code u32} bytes of code, {@code u32} string offset of the name (0 is invalid), then blocks of
 * {@code u32} kind, {@code u32} length and content, until one of kind 0 and length 0. Kinds: 1 line table, 2 inlined calls.
 * Other kinds are skipped.
 *
 * <p><b>Line table.</b> SLEB least and SLEB most line delta of one-byte opcodes, ULEB first line. The state starts at the
 * function's address, file 1, that line. Opcodes: 0 ends; 1 sets the file (ULEB); 2 advances the address (ULEB) and
 * makes a row; 3 advances the line (SLEB); {@code n ≥ 4} adds {@code (n-4) % range + least} to the line and {@code (n-4) /
 * range} to the address and makes a row, {@code range} being {@code most - least + 1}. The last row at or before an address
 * counts.
 *
 * <p><b>Inlined calls.</b> A tree, outermost first, whose root is the function itself. A node is ULEB count of ranges (0 ends
 * a list of siblings), per range ULEB start and ULEB size, {@code u8} whether children follow, {@code u32} string offset of the
 * name, ULEB file index and ULEB line of the call; then, if so, its children and a 0. Starts are relative to the first
 * range of the parent, the root's to the function.
 *
 * <h2>What we put in</h2>
 *
 * <ul>
 *   <li>The base address is where {@code __TEXT} was linked to, so that an offset in a report is an offset in the file.
 *       llvm-gsymutil puts the first function's address there.
 *   <li>Functions don't overlap. One ends where the covering symbol or the DWARF function changes; a function of several
 *       ranges is several functions.
 *   <li>Names are linkage names, without Mach-O's leading underscore; demangling is for whoever shows them.
 *   <li>A function with rows is covered by debug information; one without comes from the symbol table only.
 *   <li>String offset 1 is an empty string: a name or directory that is unknown without being absent, for which readers
 *       take 0.
 * </ul>
 *
 * <h2>Worked example</h2>
 *
 * {@code main} at 0x340 of an image linked to 0x100000000, 16 bytes long, with {@code half} inlined at 0x348–0x34c:
 *
 * <pre>
 * 00  4d 59 53 47 01 00 02 10 00 00 00 00 01 00 00 00   magic, version 1, offsets of 2 bytes, base address
 * 10  01 00 00 00 4c 00 00 00 18 00 00 00 00 11 22 33   1 function, strings at 0x4c, 0x18 bytes, UUID
 * 20  44 55 66 77 88 99 aa bb cc dd ee ff 00 00 00 00
 * 30  40 03 00 00 64 00 00 00 02 00 00 00 00 00 00 00   offset 0x340; info at 0x64; 2 files, the first is none
 * 40  00 00 00 00 02 00 00 00 07 00 00 00 00 00 2f 73   file 1: "/src" and "demo.c"; strings from here
 * 50  72 63 00 64 65 6d 6f 2e 63 00 68 61 6c 66 00 6d
 * 60  61 69 6e 00 10 00 00 00 13 00 00 00 01 00 00 00   info: 16 bytes, "main"; line table
 * 70  07 00 00 00 7c 05 07 08 54 35 00 02 00 00 00 15   of 7 bytes: deltas -4 to 5, line 7; rows +0 +0, +8 -4, +4 +5
 * 80  00 00 00 01 00 10 01 13 00 00 00 00 00 01 08 04   calls, 21 bytes: root of 16 bytes, with children; +8, 4 bytes
 * 90  00 0e 00 00 00 01 08 00 00 00 00 00 00 00 00 00   "half", called from file 1 line 8; ends
 * </pre>
 *
 * Offset 0x348 is therefore {@code half} at /src/demo.c:3, inlined into {@code main} at /src/demo.c:8.
 *
 * <h2>Limits</h2>
 *
 * A file is below 2 GB, a function below 4 GB, calls nest at most {@code Limits.INLINE_DEPTH} deep, names are cut at {@code
 * Limits.NAME_BYTES}. A header that contradicts itself is refused when opened; anything else that does makes that lookup
 * {@code Malformed}.
 */
package dev.flotsam.symbols.gsym;
