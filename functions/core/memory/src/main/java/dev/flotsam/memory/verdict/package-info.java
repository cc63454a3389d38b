/**
 * Why a process ended: the classes, and a verdict that carries its evidence.
 *
 * <p>Every judge of this module (Jetsam, session trails, incidents) ends in a {@link dev.flotsam.memory.verdict.Verdict}.
 */
package dev.flotsam.memory.verdict;
