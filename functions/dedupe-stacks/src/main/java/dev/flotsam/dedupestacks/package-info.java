/** The stream of occurrences becomes clusters with exact counters; see {@link dev.flotsam.triage.absorb}. */
package dev.flotsam.dedupestacks;
