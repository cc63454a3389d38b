/**
 * How an app does, by version: a record's {@link dev.flotsam.triage.health.Run} travels with its report through the
 * occurrences stream, {@link dev.flotsam.triage.absorb.AbsorbHealth} counts it beside the clusters, and
 * {@link dev.flotsam.triage.health.ShowHealth} reads what it comes to.
 */
package dev.flotsam.triage.health;
