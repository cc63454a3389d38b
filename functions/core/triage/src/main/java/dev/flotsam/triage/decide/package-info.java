/**
 * What people decide about clusters: states, who looks after them, what belongs together and what does not. It can't be
 * rebuilt from reports, so it is stored apart from all that can, and is backed up.
 *
 * <p>Enter at {@link dev.flotsam.triage.decide.DecideCluster}. When reports move to another cluster without anybody having
 * asked for it, {@link dev.flotsam.triage.decide.CarryDecisions} makes the decisions follow.
 */
package dev.flotsam.triage.decide;
