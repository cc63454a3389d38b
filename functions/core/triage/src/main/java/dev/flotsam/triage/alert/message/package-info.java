/**
 * What people read: {@link dev.flotsam.triage.alert.message.News} becomes Block Kit for Slack or the JSON body of a
 * webhook. Everything that came from a report goes through {@link dev.flotsam.triage.alert.message.Redaction} here, and
 * nowhere else. Depends on clusters only.
 */
package dev.flotsam.triage.alert.message;
