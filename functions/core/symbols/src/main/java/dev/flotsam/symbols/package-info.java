/** Mach-O and DWARF become GSYM at upload; a GSYM and an address become frames at triage. Knows no other module. */
package dev.flotsam.symbols;
