/** Reads bytes nobody vouches for: every read is bounds-checked, and what is out of bounds says where. */
package dev.flotsam.symbols.binary;
