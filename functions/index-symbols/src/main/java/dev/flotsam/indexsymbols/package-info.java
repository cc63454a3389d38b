/** Uploaded dSYMs become one GSYM per UUID and architecture; see {@link dev.flotsam.triage.symbol}. */
package dev.flotsam.indexsymbols;
