/** Crash reports in the bucket become occurrences. See {@link dev.flotsam.triage.ingest}. */
package dev.flotsam.parsecrashes;
