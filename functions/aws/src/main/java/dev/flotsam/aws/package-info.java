/**
 * The ports of core over Amazon S3, DynamoDB and the SSM parameter store, and the events that wake functions.
 *
 * <p>Everything AWS stays in here: low-level clients, hand-written items, one place that turns an SDK failure into a
 * {@link dev.flotsam.triage.Fault}.
 */
package dev.flotsam.aws;
