/**
 * Symbols that arrive late heal history: the reports that waited are read again, signed anew and move to the clusters they
 * belong to.
 *
 * <p>Enter at {@link dev.flotsam.triage.heal.HealReports}. Who waits for what, and the {@linkplain
 * dev.flotsam.triage.symbol.HealJob job} that heals one cluster, are kept beside the symbols. Counters follow by
 * themselves: a revised report is a change of the occurrences stream, −1 here and +1 there.
 */
package dev.flotsam.triage.heal;
