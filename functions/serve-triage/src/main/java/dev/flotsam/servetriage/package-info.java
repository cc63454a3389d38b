/**
 * The triage HTTP API: resources decode, call one use case of {@link dev.flotsam.triage.query} and encode. Every route
 * names the role it wants; a route without one is refused.
 */
package dev.flotsam.servetriage;
