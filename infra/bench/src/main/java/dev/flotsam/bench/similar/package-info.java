/**
 * Suggestions of similar clusters over the index as DynamoDB stores it: calls, items and time of a look-up, for more and
 * more clusters in one run.
 */
package dev.flotsam.bench.similar;
