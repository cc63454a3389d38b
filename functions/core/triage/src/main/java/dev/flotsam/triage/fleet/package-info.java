/**
 * Names of system functions, learned from the reports that carry them and shown in those that don't. Enter at {@link
 * dev.flotsam.triage.fleet.LearnNames} (ingest) and {@link dev.flotsam.triage.fleet.StoredNames} (view). What counts as
 * agreement is {@link dev.flotsam.symbols.fleet}'s.
 *
 * <p>Knowledge is kept in blocks of 16 KB of an image's code, by the address that was seen, so that a stack costs one small
 * item a frame at most, and writers meet rarely. It is derived: losing it costs names until reports bring them again.
 */
package dev.flotsam.triage.fleet;
