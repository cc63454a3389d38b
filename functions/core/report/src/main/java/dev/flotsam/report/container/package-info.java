/**
 * Uploads become documents: bare, gzip, zip, tar and NDJSON, in each other, one document in memory at a time.
 *
 * <p>{@link dev.flotsam.report.container.UploadWalker} is the entry, {@link dev.flotsam.report.container.ContainerLimits}
 * what an upload may cost. Names inside archives are looked at to tell symbols from reports, and never used as paths.
 */
package dev.flotsam.report.container;
