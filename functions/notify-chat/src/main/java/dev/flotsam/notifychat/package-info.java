/**
 * New alerts become messages; see {@link dev.flotsam.triage.alert}. The stream of the clusters table and a schedule wake
 * it. It is the only function with a way to addresses that people chose, which {@link dev.flotsam.notifychat.http} guards.
 */
package dev.flotsam.notifychat;
