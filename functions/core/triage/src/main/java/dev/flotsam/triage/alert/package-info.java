/**
 * Alerts become messages: exactly one alert and one message id per event, a repeat only when a process dies between
 * sending and marking.
 *
 * <p>Start at {@link dev.flotsam.triage.alert.AnnounceAlerts}. An {@link dev.flotsam.triage.alert.Alert} goes into the
 * {@link dev.flotsam.triage.alert.Outbox} of each {@link dev.flotsam.triage.alert.Hook} whose routes fit;
 * {@link dev.flotsam.triage.alert.Pace} says whether it gets a {@link dev.flotsam.triage.alert.Letter} of its own or
 * joins a digest; the letter is fixed in the {@link dev.flotsam.triage.alert.Ledger} and then sent. What a receiver
 * refuses stays listed with the reason. {@link dev.flotsam.triage.alert.ManageHooks} is for administrators.
 */
package dev.flotsam.triage.alert;
