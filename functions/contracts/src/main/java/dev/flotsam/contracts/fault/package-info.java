/** Ports behind a gate: it lets a call through, refuses it, loses its reply or ends the process there. */
package dev.flotsam.contracts.fault;
