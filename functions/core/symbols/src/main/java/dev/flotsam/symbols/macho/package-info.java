/**
 * A Mach-O file becomes images: UUID, architecture, sections and symbols of each slice.
 *
 * <p>Enter at {@link dev.flotsam.symbols.macho.MachOFile#read}. Read are thin and fat files (32- and 64-bit, either byte
 * order of the fat header) of little-endian slices. Refused, with a reason: big-endian (PowerPC) slices, anything
 * without a Mach-O magic, load commands or sections that leave the file. The format is Apple's mach-o/loader.h,
 * mach-o/fat.h and mach-o/nlist.h.
 */
package dev.flotsam.symbols.macho;
