/**
 * What Flotsam does with reports, as use cases over narrow ports.
 *
 * <p>Start reading at {@link dev.flotsam.triage.examine}: an upload becomes findings, storing nothing. {@link
 * dev.flotsam.triage.ingest} claims each finding as an {@link dev.flotsam.triage.Occurrence}; {@link
 * dev.flotsam.triage.absorb} turns the stream of occurrences into clusters, pages, alerts and exact counters; {@link
 * dev.flotsam.triage.alert} tells people; {@link dev.flotsam.triage.query} answers the API. The ports are interfaces
 * here; adapters for S3 and DynamoDB live in {@code functions/aws}, fakes in {@code functions/contracts}, and both pass
 * the same contract tests.
 */
package dev.flotsam.triage;
