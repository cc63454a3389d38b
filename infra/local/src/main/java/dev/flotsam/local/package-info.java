/**
 * The whole system on this machine, without Docker: {@link dev.flotsam.local.LocalStack} reads {@code template.yaml} and
 * starts S3, DynamoDB, parameters, the packaged functions, the pollers and the HTTP front, all on loopback, all kept in
 * one folder. {@link dev.flotsam.local.Up} is its command.
 *
 * <p>Functions run only from their zips. Wherever Lambda has rules (retries, timeouts, limits, order) these are Lambda's;
 * where this machine forces another, the package says so.
 */
package dev.flotsam.local;
