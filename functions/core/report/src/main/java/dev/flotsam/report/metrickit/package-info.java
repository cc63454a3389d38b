/**
 * MetricKit: the diagnostic payloads of iOS 14 to 26, single diagnostics and bare call-stack trees cut out of them, and
 * the reports of iOS 27.
 *
 * <p>{@link dev.flotsam.report.metrickit.MetricKitReader} is the entry; one payload may hold many diagnostics.
 * {@link dev.flotsam.report.metrickit.CallStackTree} alone knows which way a tree is to be read. Trees are as deep as
 * stacks: nothing here recurses. Source: developer.apple.com, MetricKit (MXCallStackTree, MXDiagnosticPayload,
 * DiagnosticReport).
 */
package dev.flotsam.report.metrickit;
