/**
 * How fast reports are read: {@link dev.flotsam.bench.report.ReadingBenchmark} beside a generic JSON tree in the same
 * run, and {@link dev.flotsam.bench.report.WorstLines}, which shows that hostile text costs no more than its size.
 */
package dev.flotsam.bench.report;
