/** Measurements, a package each; {@link dev.flotsam.bench.Bench} is the command that runs them. */
package dev.flotsam.bench;
