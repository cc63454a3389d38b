/**
 * Witnesses of one installation become incidents; enter at {@link dev.flotsam.memory.incident.IncidentJoining#join}.
 *
 * <p>A witness is a session record, a crash report, a JetsamEvent, a memory exception or an OOM warning. They are joined
 * by run identifier, else by time and app. Each end is told once; a FOOM that turns out to be a crash is retracted.
 */
package dev.flotsam.memory.incident;
