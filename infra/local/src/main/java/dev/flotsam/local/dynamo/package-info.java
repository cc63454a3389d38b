/**
 * DynamoDB Local on loopback, the template's tables in it, and what Lambda does with their streams.
 *
 * <p>{@code table → shard → records → (filter, batch, window) → invocation → position}. The semantics are those of the
 * AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB", and stand in {@link
 * dev.flotsam.local.dynamo.BatchDelivery} (retry, bisect, partial failures) and {@link
 * dev.flotsam.local.dynamo.ShardLane} (batches and windows), which know nothing of HTTP or threads.
 */
package dev.flotsam.local.dynamo;
