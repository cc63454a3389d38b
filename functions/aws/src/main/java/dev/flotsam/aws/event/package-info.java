/**
 * The events that wake functions, read without reflection, and the answers they want.
 *
 * <p>Shapes: AWS Lambda Developer Guide, "Process Amazon S3 event notifications" and "Using AWS Lambda with Amazon
 * DynamoDB" (tumbling windows, partial batch responses).
 */
package dev.flotsam.aws.event;
