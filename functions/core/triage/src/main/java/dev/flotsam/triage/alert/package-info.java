/** Alerts become messages: exactly one alert and one message id per event, a repeat only when a process dies in between. */
package dev.flotsam.triage.alert;
