/** Answers of memory portraits, kept so that nobody analyses millions of nodes twice. */
package dev.flotsam.triage.portrait;
