/** JetsamEvents, session records and memory reports become occurrences with a verdict. See {@link dev.flotsam.triage.ingest}. */
package dev.flotsam.detectfooms;
