/** An object in the bucket becomes occurrences: nothing lost, nothing twice. */
package dev.flotsam.triage.ingest;
