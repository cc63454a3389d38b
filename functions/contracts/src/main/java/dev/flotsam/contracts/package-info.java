/**
 * What tests share, and only tests: ports become fakes, contracts and faults.
 *
 * <ul>
 *   <li>{@code fake}: every port in memory, written by hand, thread-safe.
 *   <li>{@code port}: one abstract test per port. A fake and its AWS adapter pass the same one.
 *   <li>{@code fault}: ports behind a gate that fails, loses replies or ends the process at chosen calls.
 *   <li>{@code report}: readable reports to start from.
 *   <li>{@code stream}: a simulator of the occurrences stream that is harsher than AWS.
 * </ul>
 */
package dev.flotsam.contracts;
