/**
 * Bytes become {@link dev.flotsam.report.ParsedReport}s.
 *
 * <p>Every format of the field (Apple text, .ips, KSCrash, PLCrashReporter, MetricKit, …) has its own package below
 * this one and ends in the same stage type, so that signing, symbolication and verdicts never ask where a report came
 * from.
 */
package dev.flotsam.report;
