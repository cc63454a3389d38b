/** Stored symbols, and who waits for those that are missing. */
package dev.flotsam.triage.symbol;
