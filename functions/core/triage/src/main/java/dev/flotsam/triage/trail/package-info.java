/**
 * What the reports of one installation say together. Everything that tells how a run ended (session records, crash
 * reports, JetsamEvents, memory exceptions) is kept as a witness in the installation's {@link
 * dev.flotsam.triage.trail.Trails trail} for some days.
 *
 * <p>A trail is personal data: its key is a hash, it holds no boot time, is bounded and expires on its own.
 */
package dev.flotsam.triage.trail;
