/**
 * Memory limits learned from what is uploaded: a report's {@link dev.flotsam.triage.limit.Lesson}s become votes on a
 * limit, kept in {@link dev.flotsam.triage.limit.Limits}, and {@link dev.flotsam.triage.limit.LearnedLimits} tells what
 * they come to. Devices and systems that can't be Apple's teach nothing.
 */
package dev.flotsam.triage.limit;
