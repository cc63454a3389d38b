/**
 * The stream of occurrences becomes clusters with exact counters.
 *
 * <p>Enter at {@link dev.flotsam.triage.absorb.AbsorbChanges}. Deliveries repeat, stop half-way and come from zombies; a
 * batch may be cut anywhere. What makes the counts exact all the same:
 *
 * <ol>
 *   <li>An occurrence is claimed by one conditional put, so its stream holds each change once per position.
 *   <li>A stream shard is a {@linkplain dev.flotsam.triage.absorb.Position lane}. Every counter item holds one
 *       {@linkplain dev.flotsam.triage.absorb.Mark mark} per lane: the last position absorbed. Sums and mark move in one
 *       conditional write, so a position counts at most once, whoever delivers it.
 *   <li>The total's mark moves last. A covered position is therefore complete: its cluster, page, waiters, alert,
 *       sketches and days are there, and nothing needs to be written again.
 * </ol>
 */
package dev.flotsam.triage.absorb;
