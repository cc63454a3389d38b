/**
 * What runs inside a function's process: a client of Lambda's public Runtime API for Java handlers.
 *
 * <p>{@code GET …/invocation/next → handler → POST …/invocation/ID/response | error}, one event at a time. It knows the
 * JDK and the two interfaces of {@code aws-lambda-java-core}, which it finds on the function's own class path, and
 * nothing else of this project: it is copied into a jar of its own and put beside the unpacked function.zip.
 *
 * <p>Protocol: AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes", version 2018-06-01.
 */
package dev.flotsam.local.runtime;
