/**
 * A run's record becomes a verdict: {@link dev.flotsam.memory.session.SessionRecord} in,
 * {@link dev.flotsam.memory.verdict.Verdict} out; enter at {@link dev.flotsam.memory.session.SessionJudge}.
 *
 * <p>Rules are asked in a fixed order; the first that fires decides. Absent facts never fire. Elimination alone never
 * makes a FOOM: memory has to say so.
 */
package dev.flotsam.memory.session;
