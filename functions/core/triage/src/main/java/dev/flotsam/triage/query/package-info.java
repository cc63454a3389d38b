/** Questions that people and tools ask: lists, one cluster, one report. Whoever asks sees the apps of their key only. */
package dev.flotsam.triage.query;
