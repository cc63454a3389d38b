/**
 * Runs packaged functions as Lambda would: a process per execution environment, driven through the public Runtime API.
 *
 * <p>{@code event → FunctionPool → Environment (process) → InvocationResult}; {@link dev.flotsam.local.host.EventQueue}
 * adds what Lambda does for asynchronous events: two more attempts, then the on-failure destination. Enter at
 * {@link dev.flotsam.local.host.FunctionHost}.
 *
 * <p>Held as in the cloud: one event at a time per environment, the template's timeout (the process is killed), payloads
 * of at most 6 MB, memory. A JVM gets three quarters of MemorySize as its heap ({@code -Xmx}); the rest is left for
 * classes, code and threads. Unlike the cloud, starting may take longer than 10 s, because all functions share this
 * machine.
 */
package dev.flotsam.local.host;
